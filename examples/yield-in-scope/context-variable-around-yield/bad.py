r"""A context variable set around a yield is set for the reader as well.

---
failure: silent
expect:
  stdout: |
    order 1 saved for acme
    order 2 saved for acme
grep:
  - pattern: '^([ \t]*[^@\s][^\n]*|[ \t]*)\n[ \t]*async def [^\n]*(AsyncGenerator|AsyncIterator|AsyncIterable)\[[^\n]*\n([ \t]+[^\n]*\n|\n){0,8}?[ \t]+token = [\w.]+\.set\([^\n]*\n([ \t]+[^\n]*\n|\n){0,8}?[ \t]+yield\b'
    multiline: true
innocent: "the function is an @asynccontextmanager, or the variable is meant for the reader"
symptom: [wrong-data]
lint: []
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
    token = tenant.set(name)
    try:
        for number in (1, 2):
            order = await fetch(number)
            yield order  # BUG: the reader runs with the variable set
    finally:
        tenant.reset(token)


async def copy_orders() -> None:
    async for order in read_orders("acme"):
        await save(order)


# endregion


asyncio.run(copy_orders())
