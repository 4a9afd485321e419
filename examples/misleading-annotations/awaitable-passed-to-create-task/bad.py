r"""create_task takes a coroutine, and a future or other awaitable is none.

---
failure: exception
expect:
  exit: 1
  stderr:
    - "TypeError: a coroutine was expected, got <Future"
grep: {none: "create_task(name) where the annotation of name says Awaitable; mypy and pyright report it"}
lint: [mypy:arg-type, pyright:reportArgumentType]
---
"""

import asyncio
from collections.abc import Awaitable


def read_price(sku: str) -> int:
    return 20


# region snippet
async def quote(order: str, price: Awaitable[int]) -> str:
    pricing: asyncio.Future[int]
    pricing = asyncio.create_task(price)  # BUG: takes a coroutine only
    await asyncio.sleep(0)  # meanwhile asks the warehouse
    return f"{order}: {await pricing} EUR"


async def main() -> None:
    loop = asyncio.get_running_loop()
    price = loop.run_in_executor(None, read_price, "A-7")  # a future
    print(await quote("order-7", price))


# endregion


asyncio.run(main())
