r"""A plain function runs the coroutine in the worker, in a loop of its own.

---
expect:
  stdout: |
    2
---
"""

import asyncio
from concurrent.futures import ProcessPoolExecutor


# region snippet
async def count(lines: list[str]) -> int:
    await asyncio.sleep(0)  # a library that has only coroutines
    return len(lines)


def run_count(lines: list[str]) -> int:
    return asyncio.run(count(lines))


async def main(pool: ProcessPoolExecutor) -> None:
    loop = asyncio.get_running_loop()
    lines = ["lamp", "chair"]
    print(await loop.run_in_executor(pool, run_count, lines))  # FIX: a loop there


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as pool:
        asyncio.run(main(pool))
# endregion
