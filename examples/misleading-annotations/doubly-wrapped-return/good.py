r"""An async def is annotated with what await gives, and awaited once.

---
expect:
  stdout: |
    order-7: 20 EUR
---
"""

import asyncio


# region snippet
async def read_price(sku: str) -> int:  # FIX: what one await gives
    await asyncio.sleep(0)  # asks the price list
    return 20


async def quote(order: str) -> None:
    price = await read_price("A-7")
    print(f"{order}: {price} EUR")


# endregion


asyncio.run(quote("order-7"))
