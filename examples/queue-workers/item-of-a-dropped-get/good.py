r"""What the get has taken is handled first; only a get that waits is cancelled.

---
expect:
  stdout: |
    shipped: ['lamp']
    still in the queue: 0
---
"""

import asyncio

shipped: list[str] = []


# region snippet
async def work(orders: asyncio.Queue[str], stop: asyncio.Event) -> None:
    stopping = asyncio.create_task(stop.wait())
    while True:
        order = asyncio.create_task(orders.get())
        await asyncio.wait([order, stopping], return_when="FIRST_COMPLETED")
        if order.done():  # FIX: first what was taken
            shipped.append(order.result())
        elif stopping.done():
            order.cancel()
            return


# endregion


async def main() -> None:
    orders, stop = asyncio.Queue[str](), asyncio.Event()
    worker = asyncio.create_task(work(orders, stop))
    await asyncio.sleep(0)  # the worker waits
    orders.put_nowait("lamp")
    stop.set()
    await worker
    print("shipped:", shipped)
    print("still in the queue:", orders.qsize())


asyncio.run(main())
