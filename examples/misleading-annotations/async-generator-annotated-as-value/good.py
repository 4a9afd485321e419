r"""An async generator is annotated as what the call gives, an iterator.

---
expect:
  stdout: |
    A-7: 12 in stock
---
"""

import asyncio
from collections.abc import AsyncIterator

SHELVES = {"A-7": [5, 7]}


# region snippet
async def count_shelves(sku: str) -> AsyncIterator[int]:  # FIX: what the call gives
    for count in SHELVES[sku]:
        await asyncio.sleep(0)  # asks the shelf
        yield count


async def report_stock(sku: str) -> None:
    in_stock = sum([count async for count in count_shelves(sku)])
    print(f"{sku}: {in_stock} in stock")


# endregion


asyncio.run(report_stock("A-7"))
