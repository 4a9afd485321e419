r"""async for takes what an async generator yields.

---
expect:
  stdout: |
    ['order 1', 'order 2']
---
"""

import asyncio
from collections.abc import AsyncIterator


# region snippet
async def load_orders() -> AsyncIterator[str]:
    for number in (1, 2):
        await asyncio.sleep(0)  # the database answers
        yield f"order {number}"


async def show() -> None:
    orders = [order async for order in load_orders()]  # FIX: takes each yield
    print(orders)


# endregion


asyncio.run(show())
