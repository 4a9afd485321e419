r"""ensure_future takes any awaitable, and makes a task where it needs one.

---
expect:
  stdout: |
    order-7: 20 EUR
---
"""

import asyncio
from collections.abc import Awaitable


def read_price(sku: str) -> int:
    return 20


# region snippet
async def quote(order: str, price: Awaitable[int]) -> str:
    pricing: asyncio.Future[int]
    pricing = asyncio.ensure_future(price)  # FIX: takes any awaitable
    await asyncio.sleep(0)  # meanwhile asks the warehouse
    return f"{order}: {await pricing} EUR"


async def main() -> None:
    loop = asyncio.get_running_loop()
    price = loop.run_in_executor(None, read_price, "A-7")  # a future
    print(await quote("order-7", price))


# endregion


asyncio.run(main())
