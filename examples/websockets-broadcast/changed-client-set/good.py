r"""The loop goes over a copy.

---
expect:
  stdout: |
    sent to 1 client
requires: {packages: ["websockets>=14"]}
---
"""

import asyncio

from websockets.asyncio.client import connect
from websockets.asyncio.server import ServerConnection, serve

clients: set[ServerConnection] = set()
joined = asyncio.Event()


async def handle(client: ServerConnection) -> None:
    clients.add(client)
    joined.set()
    try:
        await client.wait_closed()
    finally:
        clients.discard(client)


# region snippet
async def publish(prices: str) -> None:
    for client in list(clients):  # FIX: the copy does not change
        await client.send(prices)
        print("sent to 1 client")
        await client.ping()
        await somebody_joins()


# endregion


async def somebody_joins() -> None:
    if len(clients) < 2:
        joined.clear()
        knocking.set()
        await joined.wait()


knocking = asyncio.Event()


async def main() -> None:
    async with serve(handle, "127.0.0.1", 0) as server:
        url = f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        async with connect(url):
            await joined.wait()
            publishing = asyncio.create_task(publish("lamp 12.50"))
            await knocking.wait()
            async with connect(url):
                await publishing


asyncio.run(main())
