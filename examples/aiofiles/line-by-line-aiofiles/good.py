r"""Lines come in batches, one call of a thread for each batch.

---
expect:
  stdout: |
    total: 21000
  metrics:
    thread_calls: "<= 10"
requires: {packages: [aiofiles]}
---
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import aiofiles

EXPORT = Path("export.txt")


# region snippet
async def add_up(path: Path) -> int:
    total = 0
    async with aiofiles.open(path) as export:
        while lines := await export.readlines(1 << 16):  # FIX: 64 KB in one call
            total += sum(int(line) for line in lines)
    return total


# endregion


class CountingPool(ThreadPoolExecutor):
    calls = 0

    def submit(self, *arguments, **options):
        self.calls += 1
        return super().submit(*arguments, **options)


async def main() -> None:
    pool = CountingPool(max_workers=4)
    asyncio.get_running_loop().set_default_executor(pool)
    print("total:", await add_up(EXPORT))
    print(f"metric thread_calls={pool.calls}")


EXPORT.write_text("7\n" * 3_000)
asyncio.run(main())
