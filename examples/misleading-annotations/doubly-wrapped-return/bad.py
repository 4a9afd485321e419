r"""An async def annotated with Awaitable promises two awaits and bears one.

---
failure: exception
expect:
  - python: "<3.14"
    exit: 1
    stderr: ["TypeError: object int can't be used in 'await' expression"]
  - python: ">=3.14"
    exit: 1
    stderr: ["TypeError: 'int' object can't be awaited"]
grep:
  - pattern: 'async def \w+\([^)]*\)\s*->\s*["'']?[\w.]*(Awaitable|Coroutine)\[[^\n]*:[^\n]*\n(\s*\n|\s+([^\sda@]|a[^s]|ass|asyncio|async [fw]|d[^e]|de[^f]|def\S)[^\n]*\n){0,30}?\s+return\b'
    multiline: true
innocent: "it returns a task, a future or a coroutine on purpose"
lint: [mypy:return-value, pyright:reportReturnType]
---
"""

import asyncio
from collections.abc import Awaitable


# region snippet
async def read_price(sku: str) -> Awaitable[int]:
    await asyncio.sleep(0)  # asks the price list
    return 20  # BUG: no awaitable, though the annotation says so


async def quote(order: str) -> None:
    price = await (await read_price("A-7"))
    print(f"{order}: {price} EUR")


# endregion


asyncio.run(quote("order-7"))
