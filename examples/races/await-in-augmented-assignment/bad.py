r"""In x += await f() the old x is read before the wait.

---
failure: silent
symptom: [wrong-data]
expect:
  stdout: |
    total: 3
grep:
  - pattern: '^[ \t]*(\w+\.[\w.\[\]]+|[\w.]+\[[^\n]*\])[ \t]*[-+*/%|&^<>@]{1,3}=[^\n]*\bawait\b'
    hits: ["    stats['bytes'] += len(await response.read())"]
  - pattern: '^[ \t]*self\.\w+ = self\.\w+ [-+*/|&][^\n]*\bawait\b'
    hits: ["        self.total = self.total + await self.size(page)"]
innocent: "nobody else writes the attribute meanwhile: one task, or a lock around the line"
lint: []
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
        self.total += await size(page)  # BUG: total is read, then the wait


async def main() -> None:
    report = Report()
    await asyncio.gather(*(report.add(page) for page in (1, 2, 3)))
    print("total:", report.total)


# endregion


asyncio.run(main())
