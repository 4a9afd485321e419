r"""shutdown ends any number of workers, after the last item.

---
expect:
  stdout: |
    shop: order 1
    web: order 1
    shop: order 2
    web: order 2
requires: {python: ">=3.13"}
lint: [mypy:attr-defined, pyright:reportAttributeAccessIssue]
---
"""

import asyncio


# region snippet
async def receive(channel: str, orders: asyncio.Queue[str]) -> None:
    for number in (1, 2):
        await orders.put(f"{channel}: order {number}")
        await asyncio.sleep(0)


async def work(orders: asyncio.Queue[str]) -> None:
    while True:
        try:
            order = await orders.get()
        except asyncio.QueueShutDown:  # empty, and nothing more comes
            return
        print(order)


async def main() -> None:
    orders: asyncio.Queue[str] = asyncio.Queue(5)
    async with asyncio.TaskGroup() as workers:
        for _ in range(3):
            workers.create_task(work(orders))
        async with asyncio.TaskGroup() as producers:
            for channel in ("shop", "web"):
                producers.create_task(receive(channel, orders))
        orders.shutdown()


# endregion


asyncio.run(main())
