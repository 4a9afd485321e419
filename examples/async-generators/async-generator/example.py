r"""A generator that reads page by page, closed by aclosing when its reader stops.

---
expect:
  stdout: |
    cursor opened
    page 1 read
    page 2 read
    cursor closed
    first unpaid: order 3
---
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing

PAGES = [["order 1", "order 2"], ["order 3", "order 4"], ["order 5"]]


class Cursor:
    async def fetch(self, number: int) -> list[str]:
        await asyncio.sleep(0)  # the database answers
        print(f"page {number} read")
        return PAGES[number - 1]

    async def close(self) -> None:
        await asyncio.sleep(0)  # the database answers
        print("cursor closed")


# region snippet
async def read_orders() -> AsyncGenerator[str]:
    cursor = Cursor()
    print("cursor opened")
    try:
        for number in range(1, len(PAGES) + 1):
            for order in await cursor.fetch(number):
                yield order
    finally:
        await cursor.close()


async def first_unpaid(paid: set[str]) -> str | None:
    async with aclosing(read_orders()) as orders:
        async for order in orders:
            if order not in paid:
                return order
    return None


# endregion


print("first unpaid:", asyncio.run(first_unpaid({"order 1", "order 2"})))
