r"""A function with a yield gives an async generator, whatever it says.

---
failure: exception
expect:
  - python: "<3.14"
    exit: 1
    stderr: ["TypeError: object async_generator can't be used in 'await' expression"]
  - python: ">=3.14"
    exit: 1
    stderr: ["TypeError: 'async_generator' object can't be awaited"]
grep:
  pattern: 'async def \w+\([^)]*\)\s*->\s*["'']?([a-z_]\w*\.)*[B-Zb-z]\w*["'']?( *[\[|][^\n]*)?:[^\n]*\n(\s*\n|\s+([^\sda@]|a[^s]|ass|asyncio|async [fw]|d[^e]|de[^f]|def\S)[^\n]*\n){0,30}?\s+yield\b'
  multiline: true
innocent: "every caller uses async for, or it is under @asynccontextmanager"
lint: [mypy:misc, pyright:reportInvalidTypeForm]
---
"""

import asyncio

SHELVES = {"A-7": [5, 7]}


# region snippet
async def count_shelves(sku: str) -> int:  # BUG: the yield makes it an async generator
    for count in SHELVES[sku]:
        await asyncio.sleep(0)  # asks the shelf
        yield count


async def report_stock(sku: str) -> None:
    in_stock = await count_shelves(sku)
    print(f"{sku}: {in_stock} in stock")


# endregion


asyncio.run(report_stock("A-7"))
