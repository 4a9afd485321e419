r"""asyncio.run is the bridge from a plain function into a coroutine.

---
expect:
  stdout: |
    report begins
    Monday: 12 orders
---
"""

import asyncio

print("report begins")


async def count_orders(day: str) -> int:
    await asyncio.sleep(0)  # the database answers
    return 12


# region snippet
def report(day: str) -> str:
    orders = asyncio.run(count_orders(day))  # FIX: starts a loop and waits
    return f"{day}: {orders} orders"


# endregion


print(report("Monday"))
