r"""An await inside the try lets the except see what the coroutine raises.

---
expect:
  stdout: |
    lamp: 3 in stock
---
"""

import asyncio


async def fetch_stock(sku: str) -> int:
    await asyncio.sleep(0)  # the stock service's turn
    raise ConnectionError("the stock service is down")


async def last_known_stock(sku: str) -> int:
    return 3


# region snippet
async def stock_of(sku: str) -> int:
    try:
        return await fetch_stock(sku)  # FIX: raises here, inside the try
    except ConnectionError:
        return await last_known_stock(sku)


async def show(sku: str) -> None:
    print(f"{sku}: {await stock_of(sku)} in stock")


# endregion


asyncio.run(show("lamp"))
