r"""Comprehensions over an async source: list, set, dict, and a lazy generator.

---
expect:
  stdout: |
    read 1, ask 1, read 2, ask 2, read 3, ask 3
    paid: [1, 3]
    customers: ['Kim', 'Lee']
    totals: {1: 10, 2: 20, 3: 30}
    above 15: [2, 3]
---
"""

import asyncio
from collections.abc import AsyncIterator

CUSTOMERS = {1: "Kim", 2: "Lee", 3: "Kim"}
steps: list[str] = []


async def read_orders() -> AsyncIterator[int]:
    for number in CUSTOMERS:
        await asyncio.sleep(0)  # the database answers
        steps.append(f"read {number}")
        yield number


async def is_paid(order: int) -> bool:
    await asyncio.sleep(0)  # the bank answers
    steps.append(f"ask {order}")
    return order != 2


async def total(order: int) -> int:
    await asyncio.sleep(0)  # the ledger answers
    return 10 * order


# region snippet
async def report() -> None:
    paid = [order async for order in read_orders() if await is_paid(order)]
    print(", ".join(steps))
    print("paid:", paid)

    customers = {CUSTOMERS[order] async for order in read_orders()}
    print("customers:", sorted(customers))

    totals = {order: await total(order) async for order in read_orders()}
    print("totals:", totals)

    large = (order async for order in read_orders() if await total(order) > 15)
    print("above 15:", [order async for order in large])  # read only now


# endregion


asyncio.run(report())
