r"""An async iterator says that it has ended with StopAsyncIteration.

---
expect:
  stdout: |
    packed order 1
    all packed
---
"""

import asyncio
from collections.abc import Iterator


# region snippet
async def next_order(orders: Iterator[str]) -> str:
    await asyncio.sleep(0)  # until the packer is free
    for order in orders:
        return order
    raise StopAsyncIteration  # FIX: may leave a coroutine


async def pack_all(orders: Iterator[str]) -> None:
    try:
        while True:
            print("packed", await next_order(orders))
    except StopAsyncIteration:
        print("all packed")


# endregion


asyncio.run(pack_all(iter(["order 1"])))
