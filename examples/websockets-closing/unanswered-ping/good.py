r"""One task reads, another one stores what it has read.

---
expect:
  stdout: |
    still open
requires: {packages: ["websockets>=14"]}
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
async def store_all(orders: asyncio.Queue[str | bytes]) -> None:
    while True:
        await store(await orders.get())
        orders.task_done()


async def handle(client: ServerConnection) -> None:
    orders: asyncio.Queue[str | bytes] = asyncio.Queue(maxsize=1000)
    async with asyncio.TaskGroup() as group:
        storing = group.create_task(store_all(orders))
        async for order in client:
            orders.put_nowait(order)  # FIX: reads on; a full queue ends it
        await orders.join()  # the client has gone, its orders are stored
        storing.cancel()


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
