r"""A finally around the yield releases however the block ends.

---
expect:
  stdout: |
    payment failed: card declined
    held: []
---
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

held: list[str] = []


# region snippet
@asynccontextmanager
async def hold(seat: str) -> AsyncGenerator[None]:
    held.append(seat)
    try:
        yield
    finally:  # FIX: runs whatever the yield raises
        held.remove(seat)


async def book(seat: str) -> None:
    async with hold(seat):
        await pay(seat)


# endregion


async def pay(seat: str) -> None:
    raise PermissionError("card declined")


async def main() -> None:
    try:
        await book("seat 12A")
    except PermissionError as error:
        print("payment failed:", error)
    print("held:", held)


asyncio.run(main())
