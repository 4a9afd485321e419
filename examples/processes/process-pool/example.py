r"""One pool for the whole program computes in other processes, in order.

---
expect:
  stdout: |
    totals: [4950, 45, 0]
---
"""

# region snippet
import asyncio
from concurrent.futures import ProcessPoolExecutor


def total(prices: range) -> int:
    return sum(prices)


async def report(pool: ProcessPoolExecutor) -> list[int]:
    loop = asyncio.get_running_loop()
    months = (range(100), range(10), range(1))
    jobs = [loop.run_in_executor(pool, total, month) for month in months]
    return await asyncio.gather(*jobs)


async def main(pool: ProcessPoolExecutor) -> None:
    print("totals:", await report(pool))


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as pool:
        asyncio.run(main(pool))
# endregion
