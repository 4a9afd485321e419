r"""The condition of a comprehension can await its answer.

---
expect:
  stdout: |
    shipped: ['order 2']
---
"""

import asyncio


async def is_paid(order: str) -> bool:
    await asyncio.sleep(0)  # the bank answers
    return order == "order 2"


# region snippet
async def ship(orders: list[str]) -> None:
    paid = [order for order in orders if await is_paid(order)]  # FIX: the answers
    print("shipped:", paid)


# endregion


asyncio.run(ship(["order 1", "order 2"]))
