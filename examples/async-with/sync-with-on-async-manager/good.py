r"""async with waits on entering and on leaving.

---
expect:
  stdout: |
    left: 4
---
"""

import asyncio

stock = {"SKU-1": 5}


async def read_stock(sku: str) -> int:
    await asyncio.sleep(0)  # the database answers
    return stock[sku]


# region snippet
async def reserve(sku: str, lock: asyncio.Lock) -> None:
    async with lock:  # FIX: may wait for the lock
        left = await read_stock(sku)
        stock[sku] = left - 1
    print("left:", stock[sku])


# endregion


async def main() -> None:
    await reserve("SKU-1", asyncio.Lock())


asyncio.run(main())
