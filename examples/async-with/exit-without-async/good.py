r"""A coroutine method gives async with something to await.

---
expect:
  stdout: |
    order 7 stored
    closed
---
"""

import asyncio
from typing import Self


# region snippet
class OrderLog:
    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc_info: object) -> None:  # FIX: a coroutine
        print("closed")

    async def store(self, order: str) -> None:
        print(order, "stored")


async def main() -> None:
    async with OrderLog() as log:
        await log.store("order 7")


# endregion


asyncio.run(main())
