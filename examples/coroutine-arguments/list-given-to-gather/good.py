r"""The star hands gather each coroutine as an argument of its own.

---
expect:
  stdout: |
    total: 7
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
    prices = await asyncio.gather(*calls)  # FIX: an argument for each
    print("total:", sum(prices))


# endregion


asyncio.run(check_out(["tea", "rice"]))
