r"""aclosing() awaits aclose(), which runs the generator's finally.

---
expect:
  stdout: |
    first order: order 1
    archived
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
    async with contextlib.aclosing(read_orders()) as orders:  # FIX: awaits aclose()
        async for order in orders:
            print("first order:", order)
            break
    await archive()


# endregion

asyncio.run(close_year())
