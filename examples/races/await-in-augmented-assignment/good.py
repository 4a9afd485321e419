r"""The wait first, then the sum in one step.

---
expect:
  stdout: |
    total: 6
---
"""

import asyncio


async def size(page: int) -> int:
    await asyncio.sleep(0)  # the server's answer
    return page


# region snippet
class Report:
    total = 0

    async def add(self, page: int) -> None:
        pages = await size(page)
        self.total += pages  # FIX: total is read after the wait


async def main() -> None:
    report = Report()
    await asyncio.gather(*(report.add(page) for page in (1, 2, 3)))
    print("total:", report.total)


# endregion


asyncio.run(main())
