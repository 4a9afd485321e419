r"""A plain loop, sum() or any() cannot read an async generator.

---
failure: exception
expect:
  exit: 1
  stderr: ["TypeError: 'async_generator' object is not iterable"]
grep:
  - '\b(sum|any|all|list|tuple|set|dict|sorted|max|min|next|enumerate|zip|join)\([^\[\n]*\bawait\b[^\n]*\bfor\b'
  - pattern: '\b(sum|any|all|list|tuple|set|dict|sorted|max|min|next|enumerate|zip|join)\([^\[\n]*\basync for\b'
    hits: ["    return list(order async for order in read_orders())"]
  - pattern: '\b(sum|any|all|list|tuple|set|dict|sorted|max|min|next|enumerate|zip|join)\([^\[\n]*\bfor\b[^\n]*\bif\b[^\n]*\bawait\b'
    hits: ["    if any(order for order in orders if await is_paid(order)):"]
innocent: "the await stands in the first `in` part, or inside brackets of its own"
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
    total = sum(await fetch_price(sku) for sku in cart)  # BUG: no plain generator
    print("total:", total)


# endregion


asyncio.run(check_out(["tea", "rice"]))
