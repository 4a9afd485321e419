r"""A coroutine returned out of a try raises after the try has been left.

---
failure: exception
expect:
  exit: 1
  stderr: ["ConnectionError: the stock service is down"]
grep:
  pattern: '^[ \t]*def \w+\([^\n]*-> *"?(\w+\.)*(Awaitable|Coroutine|Future|Task)\[[^\n]*\n([ \t]+[^\n]*\n){0,8}?[ \t]+(try:|with )[^\n]*\n([ \t]+[^\n]*\n){0,4}?[ \t]+return [\w.]+\('
  multiline: true
innocent: "the block guards only the making of the coroutine"
symptom: [lost-error]
lint: []
---
"""

import asyncio
from collections.abc import Awaitable


async def fetch_stock(sku: str) -> int:
    await asyncio.sleep(0)  # the stock service's turn
    raise ConnectionError("the stock service is down")


async def last_known_stock(sku: str) -> int:
    return 3


# region snippet
def stock_of(sku: str) -> Awaitable[int]:
    try:
        return fetch_stock(sku)  # BUG: raises when awaited, outside of the try
    except ConnectionError:
        return last_known_stock(sku)


async def show(sku: str) -> None:
    print(f"{sku}: {await stock_of(sku)} in stock")


# endregion


asyncio.run(show("lamp"))
