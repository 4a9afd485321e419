r"""An interpreter pool computes beside the loop in one process, each interpreter with a lock of its own.

---
requires: {python: ">=3.14"}
expect:
  stdout: |
    sum: 112499987500000
    the same process: True
  metrics:
    frozen_share: "<= 0.4"
lint: [mypy:attr-defined, pyright:reportAttributeAccessIssue]
---
"""

import asyncio
import os
import time

SIZE = 5_000_000  # numbers that one request adds up; some tens of milliseconds


# region snippet
async def total_stock(pool, sizes: list[int]) -> int:
    loop = asyncio.get_running_loop()
    jobs = [loop.run_in_executor(pool, sum, range(size)) for size in sizes]
    return sum(await asyncio.gather(*jobs))


async def serve(pool) -> None:
    await warm(pool)
    share, total = await frozen_share(total_stock(pool, [2 * SIZE, 2 * SIZE, SIZE]))
    same = await asyncio.get_running_loop().run_in_executor(pool, os.getpid)
    print(f"sum: {total}")
    print(f"the same process: {same == os.getpid()}")
    print(f"metric frozen_share={share:.3f}")


def main() -> None:
    from concurrent.futures import InterpreterPoolExecutor

    with InterpreterPoolExecutor(max_workers=2) as pool:  # once, for all requests
        asyncio.run(serve(pool))


# endregion


async def warm(pool) -> None:
    """Start both interpreters before anything is measured."""
    loop = asyncio.get_running_loop()
    await asyncio.gather(*(loop.run_in_executor(pool, sum, range(9)) for _ in range(2)))


async def frozen_share(work) -> tuple[float, int]:
    """Return the longest time without a turn of the loop, as a share of the work's length, and its result."""
    longest = 0.0

    async def beat() -> None:
        nonlocal longest
        before = time.perf_counter()
        while True:
            await asyncio.sleep(0.001)
            now = time.perf_counter()
            longest, before = max(longest, now - before), now

    heart = asyncio.create_task(beat())
    started = time.perf_counter()
    total = await work
    length = time.perf_counter() - started
    heart.cancel()
    return longest / length, total


if __name__ == "__main__":
    main()
