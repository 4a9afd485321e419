r"""What an async generator sets before a yield is set for its reader.

---
failure: silent
expect:
  stdout: |
    lamp booked for globex
    after the loop: acme
symptom: [wrong-data]
grep:
  - pattern: '^([ \t]*[^@\s][^\n]*)?\n[ \t]*async def [^\n]*(\n[ \t]+[^\n]*|\n\)[^\n]*|\n){0,20}?\n[ \t]+[^\n]*\.set\([^\n]*\n[ \t]*try:[^\n]*\n([^\n]*\n){0,8}?[ \t]+yield\b[^\n]*\n([ \t]*#[^\n]*\n)?[ \t]+finally:'
    multiline: true
innocent: "the function is a context manager or a fixture: it is meant to set it for the block"
lint: []
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
        for sku in await query():
            yield sku  # BUG: the reader goes on with tenant set
    finally:
        tenant.reset(token)


async def book_all() -> None:
    tenant.set("acme")
    async for sku in stock_of("globex"):
        print(f"{sku} booked for {tenant.get()}")
    print("after the loop:", tenant.get())


# endregion


asyncio.run(book_all())
