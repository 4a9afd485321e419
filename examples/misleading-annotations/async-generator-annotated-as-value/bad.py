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
grep: {none: "an async def with a yield whose return annotation is neither AsyncIterator nor AsyncGenerator"}
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
