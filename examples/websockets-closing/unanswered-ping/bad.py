r"""A handler that leaves 16 messages unread no longer hears the pongs either.

---
failure: warning
expect:
  stdout: |
    closed: 1011 keepalive ping timeout
  stderr: ["sent 1011 (internal error) keepalive ping timeout"]
symptom: [slow-under-load, lost-work]
requires: {packages: ["websockets>=14"]}
grep: {none: "async for over a connection whose body waits long: a database, another service, a queue that is full"}
lint: []
---
"""

import asyncio

from websockets.asyncio.client import connect
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed

database_back = asyncio.Event()


async def store(order: str | bytes) -> None:
    await database_back.wait()


# region snippet
async def handle(client: ServerConnection) -> None:
    async for order in client:
        await store(order)  # BUG: nobody reads while it waits


# endregion


async def main() -> None:
    async with serve(
        handle, "127.0.0.1", 0, ping_interval=0.1, ping_timeout=0.5
    ) as server:
        url = f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        async with connect(url, ping_interval=None) as client:
            for number in range(40):
                await client.send(f"order {number}")
            try:
                await asyncio.wait_for(client.recv(), 1.2)
            except ConnectionClosed:
                print("closed:", client.close_code, client.close_reason)
            except TimeoutError:
                print("still open")
            database_back.set()


asyncio.run(main())
