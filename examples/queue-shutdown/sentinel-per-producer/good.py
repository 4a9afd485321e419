r"""One end mark for each worker, after all producers have ended.

---
expect:
  stdout: ["shop: order 1", "shop: order 2", "web: order 1", "web: order 2"]
---
"""

import asyncio

WORKERS = 3


# region snippet
async def receive(channel: str, orders: asyncio.Queue[str | None]) -> None:
    for number in (1, 2):
        await orders.put(f"{channel}: order {number}")


async def work(orders: asyncio.Queue[str | None]) -> None:
    while (order := await orders.get()) is not None:
        print(order)


async def main() -> None:
    orders: asyncio.Queue[str | None] = asyncio.Queue(5)
    async with asyncio.TaskGroup() as workers:
        for _ in range(WORKERS):
            workers.create_task(work(orders))
        async with asyncio.TaskGroup() as producers:
            for channel in ("shop", "web"):
                producers.create_task(receive(channel, orders))
        for _ in range(WORKERS):  # FIX: as many as workers, once nothing comes
            await orders.put(None)


# endregion


asyncio.run(main())
