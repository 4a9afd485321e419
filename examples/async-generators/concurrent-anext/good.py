r"""A lock lets one task at a time read the async generator.

---
expect:
  stdout: |
    packed: ['order 1', 'order 2', 'order 3']
---
"""

import asyncio
from collections.abc import AsyncGenerator

packed: list[str] = []
reading = asyncio.Lock()


async def read_orders() -> AsyncGenerator[str]:
    for number in (1, 2, 3):
        await asyncio.sleep(0)  # the shop answers
        yield f"order {number}"


# region snippet
async def take(orders: AsyncGenerator[str]) -> str | None:
    async with reading:  # FIX: one worker at a time waits in it
        return await anext(orders, None)


async def pack(orders: AsyncGenerator[str]) -> None:
    while order := await take(orders):
        packed.append(order)


async def main() -> None:
    orders = read_orders()
    await asyncio.gather(pack(orders), pack(orders))
    print("packed:", packed)


# endregion


asyncio.run(main())
