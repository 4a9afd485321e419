r"""The generator puts the old value back before it yields.

---
expect:
  stdout: |
    lamp booked for acme
    after the loop: acme
---
"""

import asyncio
import contextvars
from collections.abc import AsyncIterator

tenant: contextvars.ContextVar[str] = contextvars.ContextVar("tenant")


async def query() -> list[str]:
    await asyncio.sleep(0)  # reads the database of the tenant
    return {"globex": ["lamp"], "acme": ["chair"]}[tenant.get()]


# region snippet
async def stock_of(owner: str) -> AsyncIterator[str]:
    token = tenant.set(owner)
    try:
        found = await query()
    finally:
        tenant.reset(token)
    for sku in found:
        yield sku  # FIX: nothing is set while the reader runs


async def book_all() -> None:
    tenant.set("acme")
    async for sku in stock_of("globex"):
        print(f"{sku} booked for {tenant.get()}")
    print("after the loop:", tenant.get())


# endregion


asyncio.run(book_all())
