r"""A few workers share one bounded queue, however long the input is.

---
expect:
  stdout: |
    all shipped: True
  metrics:
    most_at_once: "== 3"
    read_ahead: "<= 9"
---
"""

import asyncio
from collections.abc import AsyncIterator

WORKERS = 3
read = running = most_at_once = read_ahead = 0
shipped: list[int] = []


async def incoming() -> AsyncIterator[int]:
    global read, read_ahead
    for order in range(100):
        await asyncio.sleep(0)  # the next page of orders
        read += 1
        read_ahead = max(read_ahead, read - len(shipped))
        yield order


async def ship(order: int) -> None:
    global running, most_at_once
    running += 1
    most_at_once = max(most_at_once, running)
    for _ in range(5):
        await asyncio.sleep(0)  # the parcel service needs its time
    running -= 1
    shipped.append(order)


# region snippet
async def work(orders: asyncio.Queue[int | None]) -> None:
    while (order := await orders.get()) is not None:
        await ship(order)


async def main() -> None:
    orders: asyncio.Queue[int | None] = asyncio.Queue(maxsize=5)
    async with asyncio.TaskGroup() as group:
        for _ in range(WORKERS):
            group.create_task(work(orders))
        async for order in incoming():
            await orders.put(order)  # waits while the queue is full
        for _ in range(WORKERS):
            await orders.put(None)  # no more orders: one for each worker


# endregion


asyncio.run(main())
print("all shipped:", sorted(shipped) == list(range(100)))
print(f"metric most_at_once={most_at_once}")
print(f"metric read_ahead={read_ahead}")
