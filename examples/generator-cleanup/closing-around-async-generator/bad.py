r"""closing() calls close(), and an async generator has only aclose().

---
failure: exception
expect:
  exit: 1
  stdout: |
    first order: order 1
  stderr: ["AttributeError: 'async_generator' object has no attribute 'close'"]
grep:
  pattern: '\bwith ([^\n]*, )?(contextlib\.)?closing\([^\n]*\n([ \t]+[^\n]*\n|\n){0,4}?[^\n]*(\basync for\b|\banext\()'
  multiline: true
  hits:
    - "    async with closing(read_orders()) as orders:\n        return await anext(orders)\n"
innocent: "what it gets has a plain close(), such as a database connection"
symptom: [lost-error]
lint: [mypy:type-var, pyright:reportArgumentType]
---
"""

import asyncio
import contextlib
from collections.abc import AsyncGenerator

cursors: list[str] = []


async def read_orders() -> AsyncGenerator[str]:
    cursors.append("orders")
    try:
        for number in (1, 2, 3):
            await asyncio.sleep(0)  # the database answers
            yield f"order {number}"
    finally:
        cursors.remove("orders")


async def archive() -> None:
    if cursors:
        raise RuntimeError(f"cannot archive: {len(cursors)} cursor open")
    print("archived")


# region snippet
async def close_year() -> None:
    with contextlib.closing(read_orders()) as orders:  # BUG: calls orders.close()
        async for order in orders:
            print("first order:", order)
            break
    await archive()


# endregion

asyncio.run(close_year())
