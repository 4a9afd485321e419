r"""A cache of results can be read any number of times.

---
expect:
  stdout: |
    lamp: 30
    lamp: 30
---
"""

import asyncio

PRICES = {"lamp": 30}


async def fetch_price(sku: str) -> int:
    await asyncio.sleep(0)  # the catalogue answers
    return PRICES[sku]


# region snippet
known: dict[str, int] = {}


async def price(sku: str) -> int:
    if sku not in known:
        known[sku] = await fetch_price(sku)  # FIX: keeps the price
    return known[sku]


async def main() -> None:
    print("lamp:", await price("lamp"))
    print("lamp:", await price("lamp"))


# endregion


asyncio.run(main())
