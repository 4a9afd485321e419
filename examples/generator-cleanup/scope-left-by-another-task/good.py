r"""A scope that is left before the yield is left by the task that entered it.

---
expect:
  stdout: |
    first quote: 10
requires: {packages: [anyio]}
---
"""

import asyncio
from collections.abc import AsyncGenerator

import anyio


async def ask() -> int:
    await anyio.sleep(0)  # the exchange answers
    return 10


# region snippet
async def quotes() -> AsyncGenerator[int]:
    while True:
        with anyio.fail_after(60):
            quote = await ask()
        yield quote  # FIX: stops here with no scope open


async def show_first() -> None:
    async for quote in quotes():
        print("first quote:", quote)
        break


# endregion


async def main() -> None:
    await show_first()
    await asyncio.sleep(0)  # the loop closes the generator
    await asyncio.sleep(0)


asyncio.run(main())
