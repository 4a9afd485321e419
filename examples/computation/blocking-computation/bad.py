r"""A computation in a coroutine freezes every other task while it runs.

---
failure: blocks-loop
expect:
  metrics:
    frozen_share: ">= 0.8"
grep:
  none: >-
    loops over data of unbounded size, and library calls that work on whole documents (parsing, compression,
    hashing of passwords, images, data frames, templates), in coroutines and in the plain functions they call
symptom: [frozen]
lint: []
corrects:
  - said: "to_thread is good for CPU-bound work, a ProcessPoolExecutor opened in the coroutine better"
    instead: "one process pool, opened outside the loop; a thread keeps the loop alive for pure Python only"
---
"""

import asyncio
import time

ORDERS = 3_000_000  # 0.2 to 0.3 seconds of work


async def heartbeat(gaps: list[float]) -> None:
    while True:
        before = time.perf_counter()
        await asyncio.sleep(0.005)
        gaps.append(time.perf_counter() - before)


async def main() -> None:
    gaps: list[float] = []
    heart = asyncio.create_task(heartbeat(gaps))
    await asyncio.sleep(0)  # the heart begins to beat
    started = time.perf_counter()
    await report_sales()
    worked = time.perf_counter() - started
    await asyncio.sleep(0.01)  # the next beat notes the gap
    heart.cancel()
    await asyncio.wait([heart])
    print(f"metric frozen_share={max(gaps) / worked:.2f}")


# region snippet
def total_sales(orders: int) -> int:
    total = 0
    for order in range(orders):
        total = (total + order * order) % 1_000_003
    return total


async def report_sales() -> str:
    total = total_sales(ORDERS)  # BUG: the loop's thread computes
    return f"sales: {total}"


if __name__ == "__main__":
    asyncio.run(main())
# endregion
