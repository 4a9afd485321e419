r"""A shield around the shared task confines the timeout to the caller that set it.

---
expect:
  stdout: |
    page: stock unknown
    check-out: stock 42
---
"""

import asyncio

LIMIT = 0.02  # seconds the page waits for the stock


async def load_stock(database: asyncio.Event) -> int:
    await database.wait()
    return 42


# region snippet
async def show_page(loading: asyncio.Task[int]) -> str:
    try:
        stock = await asyncio.wait_for(asyncio.shield(loading), LIMIT)  # FIX: spares it
    except TimeoutError:
        return "stock unknown"
    return f"stock {stock}"


async def check_out(loading: asyncio.Task[int]) -> str:
    return f"stock {await loading}"


# endregion


async def main() -> None:
    database = asyncio.Event()
    loading = asyncio.create_task(load_stock(database))
    customer = asyncio.create_task(check_out(loading))
    print("page:", await show_page(loading))
    database.set()
    await asyncio.wait([customer])
    print("check-out:", "cancelled" if customer.cancelled() else customer.result())


asyncio.run(main())
