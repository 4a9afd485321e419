r"""Reading lines with async for goes to a thread and back for every line.

---
failure: silent
expect:
  stdout: |
    total: 21000
  metrics:
    thread_calls: ">= 3000"
symptom: [slow]
requires: {packages: [aiofiles]}
grep:
  - pattern: '\baiofiles\.open\([^\n]*\n([ \t]+[^\n]*\n){0,4}?[ \t]+(async for (line|row|record|text)\w* in \w+:|[^\n]*await \w+\.readline\()'
    multiline: true
    hits:
      - "async with aiofiles.open(path) as export:\n    while line := await export.readline():\n"
innocent: "the file has a few lines, or each line waits for something far slower"
lint: []
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
        async for line in export:  # BUG: to a thread and back for every line
            total += int(line)
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
