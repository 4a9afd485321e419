r"""push_async_callback keeps an async function, to be awaited at the exit.

---
expect:
  stdout: |
    read 3 orders
    still open: []
---
"""

import asyncio
from contextlib import AsyncExitStack

opened = ["orders"]


async def close(cursor: str) -> None:
    await asyncio.sleep(0)  # the database answers
    opened.remove(cursor)


# region snippet
async def report() -> None:
    async with AsyncExitStack() as stack:
        stack.push_async_callback(close, "orders")  # FIX: awaited at the exit
        print("read 3 orders")


# endregion


async def main() -> None:
    await report()
    print("still open:", opened)


asyncio.run(main())
