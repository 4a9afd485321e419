r"""wait_closed waits for a server's clients; close_clients ends them.

---
expect:
  - python: "==3.12.*"
    stdout: |
      wait_closed returned: False
  - python: "!=3.12.*"
    stdout: |
      wait_closed returned: True
---
"""

import asyncio
import sys

accepted, gone = asyncio.Event(), asyncio.Event()


# region snippet
async def stop(server: asyncio.Server) -> None:
    server.close()
    if sys.version_info >= (3, 13):
        server.close_clients()
    closed = asyncio.create_task(server.wait_closed())
    await asyncio.wait([closed], timeout=0.5)
    print(f"wait_closed returned: {closed.done()}")


# endregion


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    accepted.set()
    await reader.read()
    writer.close()
    gone.set()


async def main() -> None:
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    _, client = await asyncio.open_connection("127.0.0.1", port)
    await accepted.wait()
    await stop(server)
    client.close()
    await gone.wait()


asyncio.run(main())
