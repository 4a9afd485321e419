r"""A few workers that share the input bound connections and tasks alike.

---
expect:
  stdout: |
    total: 199000
---
"""

import asyncio
from collections.abc import Iterator

CAPACITY = 5  # connections that the database accepts
connections = 0


async def query(customer: int) -> int:
    global connections
    connections += 1
    try:
        if connections > CAPACITY:
            raise ConnectionRefusedError("too many connections")
        await asyncio.sleep(0.001)  # the database needs its time
        return customer * 10
    finally:
        connections -= 1


# region snippet
async def work(customers: Iterator[int], balances: list[int]) -> None:
    for customer in customers:  # the next that no other worker has taken
        balances.append(await query(customer))


async def main() -> None:
    customers = iter(range(200))
    balances: list[int] = []
    async with asyncio.TaskGroup() as group:
        for _ in range(CAPACITY):  # FIX: 5 at once
            group.create_task(work(customers, balances))
    print("total:", sum(balances))


# endregion


asyncio.run(main())
