r"""broadcast() writes to every client at once and waits for none.

---
expect:
  metrics:
    price_updates: "== 400"
requires: {packages: ["websockets>=14"]}
---
"""

import asyncio

from websockets.asyncio.client import connect
from websockets.asyncio.server import ServerConnection, broadcast, serve

PRICES = "lamp 12.50; " * 5000
clients: set[ServerConnection] = set()
received = 0


# region snippet
async def publish(prices: str) -> None:
    broadcast(clients, prices)  # FIX: writes to all, waits for none


# endregion


async def handle(client: ServerConnection) -> None:
    clients.add(client)
    try:
        await client.wait_closed()
    finally:
        clients.discard(client)


async def publish_all() -> None:
    for _ in range(400):
        await publish(PRICES)
        await asyncio.sleep(0)


async def main() -> None:
    global received
    async with serve(handle, "127.0.0.1", 0, compression=None) as server:
        url = f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        async with (
            connect(url, compression=None) as reading,
            connect(url, compression=None) as stuck,
        ):
            while len(clients) < 2:
                await asyncio.sleep(0)
            publishing = asyncio.create_task(publish_all())
            try:
                while received < 400:
                    async with asyncio.timeout(1):
                        await reading.recv()
                    received += 1
            except TimeoutError:
                pass
            publishing.cancel()
            await asyncio.wait([publishing])
            stuck.transport.abort()
    print(f"metric price_updates={received}")


asyncio.run(main())
