r"""A semaphore bounds the calls; a task for every input waits in memory.

---
failure: silent
symptom: [memory]
expect:
  stdout: |
    sum: 7998000
  metrics:
    tasks_at_once: "== 4001"
    memory_growth: ">= 8"
grep:
  - pattern: '\bgather\(\s*\*\(?[^\n]*\b(sem|semaphore|limit|limiter|slots)\b'
    multiline: true
  - pattern: '\bSemaphore\([^\n]*\n([^\n]*\n){0,15}?[^\n]*\b(gather\(\s*\*|(create_task|ensure_future)\([^\n]*\bfor )'
    multiline: true
    hits: ["    limit = asyncio.Semaphore(5)\n    tasks = [asyncio.create_task(get(url, limit)) for url in urls]\n"]
innocent: "the input is short, whatever happens: hundreds, not millions"
lint: []
---
"""

import asyncio
import tracemalloc

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
async def add(customer: int, slots: asyncio.Semaphore) -> None:
    async with slots:
        amount = await query(customer)
        totals[-1] += amount


async def bill(customers: range) -> None:
    slots = asyncio.Semaphore(SLOTS)
    await asyncio.gather(*(add(c, slots) for c in customers))  # BUG: a task each


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
