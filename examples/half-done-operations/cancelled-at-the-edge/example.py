r"""What becomes of the item and of the cancel when both come at the same moment.

---
expect:
  - python: "<3.12"
    stdout: |
      await get: cancelled, 1 in the queue
      await task: cancelled, item lost
      wait_for get: cancel lost, A-17 shipped
      wait_for task: cancel lost, A-17 shipped
  - python: ">=3.12"
    stdout: |
      await get: cancelled, 1 in the queue
      await task: cancelled, item lost
      wait_for get: cancelled, 1 in the queue
      wait_for task: cancelled, item lost
---
"""

import asyncio
from collections.abc import Awaitable

Orders = asyncio.Queue[str]


# region snippet
async def ship(waiting: Awaitable[str]) -> str:
    return f"cancel lost, {await waiting} shipped"


async def race(name: str, orders: Orders, waiting: Awaitable[str], steps: int) -> None:
    shipping = asyncio.create_task(ship(waiting))
    for _ in range(3):
        await asyncio.sleep(0)  # it waits for an order
    orders.put_nowait("A-17")
    for _ in range(steps):
        await asyncio.sleep(0)  # the task that gets it ends, its waiter has not run
    shipping.cancel()
    await asyncio.wait([shipping])
    left = f"{orders.qsize()} in the queue" if orders.qsize() else "item lost"
    print(
        f"{name}:", f"cancelled, {left}" if shipping.cancelled() else shipping.result()
    )


async def main() -> None:
    orders = Orders()
    await race("await get", orders, orders.get(), 0)
    orders = Orders()
    await race("await task", orders, asyncio.create_task(orders.get()), 1)
    orders = Orders()
    await race("wait_for get", orders, asyncio.wait_for(orders.get(), 60), 0)
    orders = Orders()
    task = asyncio.create_task(orders.get())
    await race("wait_for task", orders, asyncio.wait_for(task, 60), 1)


# endregion


asyncio.run(main())
