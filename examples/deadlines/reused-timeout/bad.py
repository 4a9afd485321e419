r"""A Timeout object serves one block; entered again, it raises.

---
failure: exception
expect:
  exit: 1
  stdout: |
    lamp: 42
  stderr: ["RuntimeError: Timeout has already been entered"]
grep:
  - pattern: '^[ \t]*(self\.)?\w+ = (asyncio\.)?timeout(_at)?\([^\n]*\n([ \t]+[^\n]*\n){0,6}?[ \t]+for [^\n]*:[^\n]*\n([ \t]+[^\n]*\n){0,3}?[ \t]+async with \w+( as \w+)?:'
    multiline: true
  - pattern: 'self\.\w+( |: [^\n]*)= asyncio\.timeout(_at)?\('
    hits: ["self.limit = asyncio.timeout(5)"]
innocent: "the object is entered once, also when its owner is called twice"
lint: []
---
"""

import asyncio

LIMIT = 1  # seconds for each item


async def read_stock(item: str) -> int:
    await asyncio.sleep(0)  # the database's turn
    return 42


# region snippet
async def print_stock(items: list[str]) -> None:
    limit = asyncio.timeout(LIMIT)
    for item in items:
        async with limit:  # BUG: entered again for the second item
            print(f"{item}: {await read_stock(item)}")


# endregion


asyncio.run(print_stock(["lamp", "chair"]))
