r"""A list comprehension that awaits gives a plain list.

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
    total = sum([await fetch_price(sku) for sku in cart])  # FIX: a list
    print("total:", total)


# endregion


asyncio.run(check_out(["tea", "rice"]))
