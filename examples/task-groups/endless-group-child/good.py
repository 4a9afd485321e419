r"""Who starts an endless child of a group cancels it when the work is done.

---
expect:
  stdout: |
    A-17 shipped
    A-18 shipped
    lease given back
---
"""

import asyncio


async def keep_alive() -> None:
    while True:
        await asyncio.sleep(0.01)


async def ship(order: str) -> None:
    await asyncio.sleep(0)
    print(order, "shipped")


# region snippet
async def ship_all(orders: list[str]) -> None:
    async with asyncio.TaskGroup() as group:
        lease = group.create_task(keep_alive())
        for order in orders:
            await ship(order)
        lease.cancel()  # FIX: the one child that does not end by itself
    print("lease given back")


# endregion


asyncio.run(ship_all(["A-17", "A-18"]))
