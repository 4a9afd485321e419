r"""A few workers that take the next input need the same memory for any length.

---
expect:
  stdout: |
    sum: 7998000
  metrics:
    tasks_at_once: "== 6"
    memory_growth: "<= 2"
---
"""

import asyncio
import tracemalloc
from collections.abc import Iterator

SLOTS = 5
totals: list[int] = []
tasks_at_once = 0


async def query(customer: int) -> int:
    global tasks_at_once
    await asyncio.sleep(0)  # the database's answer
    if customer == 0:
        tasks_at_once = max(tasks_at_once, len(asyncio.all_tasks()))
    return customer


# region snippet
async def add(customers: Iterator[int]) -> None:
    for customer in customers:  # the next that no other worker has taken
        amount = await query(customer)
        totals[-1] += amount


async def bill(customers: range) -> None:
    rest = iter(customers)
    async with asyncio.TaskGroup() as group:
        for _ in range(SLOTS):  # FIX: as many tasks as slots
            group.create_task(add(rest))


# endregion


def peak_memory(customers: range) -> int:
    totals.append(0)
    tracemalloc.start()
    asyncio.run(bill(customers))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


peak_memory(range(200))  # imports and caches
growth = peak_memory(range(4000)) / peak_memory(range(200))
print("sum:", totals[1])
print(f"metric tasks_at_once={tasks_at_once}")
print(f"metric memory_growth={growth:.1f}")
