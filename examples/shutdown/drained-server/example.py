r"""A server stops listening, lets its requests end within a limit, and cancels the rest.

---
expect:
  stdout: |
    stopping with 2 requests
    quick: order stored
    stuck: cut off
    0 requests left
---
"""

import asyncio

LIMIT = 0.5  # seconds for the requests under way
stopping = asyncio.Event()
requests: set[asyncio.Task[None]] = set()
arrived: asyncio.Queue[str] = asyncio.Queue()


# region snippet
def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    request = asyncio.create_task(handle(reader, writer))
    requests.add(request)
    request.add_done_callback(requests.discard)


async def drain(server: asyncio.Server) -> None:
    server.close()  # no new connections
    print("stopping with", len(requests), "requests")
    if requests:
        await asyncio.wait(list(requests), timeout=LIMIT)
    for late in list(requests):
        late.cancel()
    await asyncio.gather(*requests, return_exceptions=True)
    print(len(requests), "requests left")


# endregion


async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    name = (await reader.readline()).decode().strip()
    arrived.put_nowait(name)
    try:
        await (stopping if name == "quick" else asyncio.Event()).wait()
        print(f"{name}: order stored")
    except asyncio.CancelledError:
        print(f"{name}: cut off")
        raise
    finally:
        writer.close()


async def main() -> None:
    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    writers = []
    for name in (b"quick\n", b"stuck\n"):
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(name)
        writers.append(writer)
    for _ in writers:
        await arrived.get()
    asyncio.get_running_loop().call_later(0.01, stopping.set)
    await drain(server)
    for writer in writers:
        writer.close()


asyncio.run(main())
