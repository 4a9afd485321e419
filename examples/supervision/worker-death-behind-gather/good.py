r"""A task group ends with its first failing worker.

---
expect:
  stdout: |
    deliver: no route for A-17
    serving: False, orders waiting: 2
---
"""

import asyncio


async def deliver(orders: asyncio.Queue[str]) -> None:
    while order := await orders.get():
        raise ConnectionError(f"no route for {order}")


async def poll_stock() -> None:
    while True:
        await asyncio.sleep(0.001)


# region snippet
async def serve(orders: asyncio.Queue[str]) -> None:
    try:
        async with asyncio.TaskGroup() as group:  # FIX: ends at the first failure
            group.create_task(deliver(orders))
            group.create_task(poll_stock())
    except* ConnectionError as failed:
        print("deliver:", *failed.exceptions)


# endregion


async def main() -> None:
    orders: asyncio.Queue[str] = asyncio.Queue()
    for order in ("A-17", "A-18", "A-19"):
        orders.put_nowait(order)
    service = asyncio.create_task(serve(orders))
    for _ in range(50):  # turns of the event loop
        await asyncio.sleep(0)
    print(f"serving: {not service.done()}, orders waiting: {orders.qsize()}")
    service.cancel()
    await asyncio.wait([service])


asyncio.run(main())
