r"""A plain method is called without await.

---
expect:
  stdout: |
    waiting: 1
---
"""

import asyncio


# region snippet
async def accept(order: str, orders: asyncio.Queue[str]) -> None:
    try:
        orders.put_nowait(order)  # FIX: done when the call returns
    finally:
        print("waiting:", orders.qsize())


# endregion


async def main() -> None:
    await accept("order 7", asyncio.Queue())


asyncio.run(main())
