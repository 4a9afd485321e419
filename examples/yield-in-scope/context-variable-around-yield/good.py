r"""A context variable that is reset before the yield is the generator's alone.

---
expect:
  stdout: |
    order 1 saved for archive
    order 2 saved for archive
---
"""

import asyncio
from collections.abc import AsyncGenerator
from contextvars import ContextVar

tenant = ContextVar("tenant", default="archive")


async def fetch(number: int) -> str:
    await asyncio.sleep(0)  # the database of the tenant answers
    return f"order {number}"


async def save(order: str) -> None:
    print(order, "saved for", tenant.get())


# region snippet
async def read_orders(name: str) -> AsyncGenerator[str]:
    for number in (1, 2):
        order = await read_order(name, number)
        yield order


async def read_order(name: str, number: int) -> str:
    token = tenant.set(name)
    try:
        return await fetch(number)
    finally:
        tenant.reset(token)  # FIX: before the reader goes on


async def copy_orders() -> None:
    async for order in read_orders("acme"):
        await save(order)


# endregion


asyncio.run(copy_orders())
