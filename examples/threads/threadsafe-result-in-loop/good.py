r"""A coroutine of the same loop is awaited.

---
expect:
  stdout: |
    checking out the lamp
    price: 40
---
"""

import asyncio


async def fetch_price(sku: str) -> int:
    await asyncio.sleep(0)  # asks the price list
    return {"lamp": 40}[sku]


# region snippet
async def price(sku: str) -> int:
    return await fetch_price(sku)  # FIX: the loop that runs drives it


async def check_out(sku: str) -> None:
    print(f"checking out the {sku}")
    print("price:", await price(sku))


# endregion


asyncio.run(check_out("lamp"))
