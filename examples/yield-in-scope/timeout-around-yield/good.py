r"""A timeout around what the generator awaits leaves its reader alone.

---
expect:
  stdout: |
    reading order 1
    packing order 1
    packed order 1
    reading order 2
    packing order 2
    packed order 2
    packing cancelled: False
---
"""

import asyncio
from collections.abc import AsyncGenerator

LIMIT = 0.02  # seconds that the shop may take


async def fetch(number: int) -> str:
    print("reading order", number)
    await asyncio.sleep(0)  # the shop answers
    return f"order {number}"


async def pack(order: str) -> None:
    print("packing", order)
    await asyncio.sleep(2 * LIMIT)  # the packer's work
    print("packed", order)


# region snippet
async def read_orders() -> AsyncGenerator[str]:
    for number in (1, 2):
        async with asyncio.timeout(LIMIT):  # FIX: counts the shop's time alone
            order = await fetch(number)
        yield order


async def pack_all() -> None:
    async for order in read_orders():
        await pack(order)


# endregion


async def main() -> None:
    packing = asyncio.create_task(pack_all())
    await asyncio.wait([packing])
    print("packing cancelled:", packing.cancelled())


asyncio.run(main())
