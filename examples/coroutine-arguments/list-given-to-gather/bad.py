r"""gather takes awaitables one by one, and a list is none.

---
failure: exception
expect:
  exit: 1
  stderr:
    - "unhashable type: 'list'"
    - "RuntimeWarning: coroutine 'fetch_price' was never awaited"
grep:
  - pattern: '(^|[^.\w]|\basyncio\.)gather\(\s*(\[|\w+\)|[\w.]+\([^)\n]*\) for )'
    multiline: true
    hits:
      - "    prices = await asyncio.gather(fetch_price(sku) for sku in skus)"
      - "    prices = await asyncio.gather(\n        [fetch_price(sku) for sku in skus]\n    )"
  - pattern: '(^|[^.\w]|\basyncio\.)gather\(\s*\*?\[?\s*await\b'
    hits:
      - "    tea, rice = await asyncio.gather(await fetch_price(\"tea\"), await fetch_price(\"rice\"))"
innocent: "another gather than asyncio's; one awaitable alone, or an await that returns one"
lint: [mypy:call-overload, pyright:reportArgumentType, pyright:reportCallIssue]
---
"""

import asyncio

PRICES = {"tea": 4, "rice": 3}


async def fetch_price(sku: str) -> int:
    await asyncio.sleep(0)  # the shop answers
    return PRICES[sku]


# region snippet
async def check_out(cart: list[str]) -> None:
    calls = [fetch_price(sku) for sku in cart]
    prices = await asyncio.gather(calls)  # BUG: one argument, a list
    print("total:", sum(prices))


# endregion


asyncio.run(check_out(["tea", "rice"]))
