r"""Another process computes, and the loop stays with the other tasks.

---
expect:
  metrics:
    frozen_share: "<= 0.4"
---
"""

import asyncio
import time
from concurrent.futures import ProcessPoolExecutor

ORDERS = 3_000_000  # 0.2 to 0.3 seconds of work


async def heartbeat(gaps: list[float]) -> None:
    while True:
        before = time.perf_counter()
        await asyncio.sleep(0.005)
        gaps.append(time.perf_counter() - before)


async def main(pool: ProcessPoolExecutor) -> None:
    await asyncio.wrap_future(
        pool.submit(total_sales, 1)
    )  # the pool starts its process
    gaps: list[float] = []
    heart = asyncio.create_task(heartbeat(gaps))
    await asyncio.sleep(0)  # the heart begins to beat
    started = time.perf_counter()
    await report_sales(pool)
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


async def report_sales(pool: ProcessPoolExecutor) -> str:
    loop = asyncio.get_running_loop()
    total = await loop.run_in_executor(pool, total_sales, ORDERS)  # FIX: in a process
    return f"sales: {total}"


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as pool:
        asyncio.run(main(pool))
# endregion
