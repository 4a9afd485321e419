r"""All callers that find the cache empty load, because the load is an await.

---
failure: silent
symptom: [slow-under-load, over-limit]
expect:
  stdout: |
    loads: 10
grep:
  - pattern: 'if [^\n]+ not in [\w.]+:[^\n]*\n([^\n]*\n)??[^\n]*\][ \t]*=[ \t]*await\b'
    multiline: true
  - pattern: 'if (not self\.\w+|self\.\w+ is None):[^\n]*\n([^\n]*\n)??[^\n]*self\.\w+[ \t]*=[ \t]*await\b'
    multiline: true
    hits: ["        if self._pool is None:\n            self._pool = await create_pool(self.dsn)\n"]
innocent: "the check stands inside the lock, or one task alone calls it"
lint: []
marks:
  - pattern: '^[ \t]*self\.\w+(\[[^\n]*\])? = await\b'
    ask: "what if another task has set it meanwhile?"
---
"""

import asyncio

loads = 0


async def fetch(sku: str) -> int:
    global loads
    loads += 1
    await asyncio.sleep(0)  # the database's answer
    return 42


# region snippet
class Prices:
    def __init__(self) -> None:
        self.known: dict[str, int] = {}

    async def get(self, sku: str) -> int:
        if sku not in self.known:
            self.known[sku] = await fetch(sku)  # BUG: others find none meanwhile
        return self.known[sku]


# endregion


async def main() -> None:
    prices = Prices()
    await asyncio.gather(*(prices.get("lamp") for _ in range(10)))
    print("loads:", loads)


asyncio.run(main())
