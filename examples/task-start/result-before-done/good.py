r"""After the block of a task group every task of it is done.

---
expect:
  stdout: |
    total: 84
---
"""

import asyncio


async def fetch_price(item: str) -> int:
    await asyncio.sleep(0)
    return 42


# region snippet
async def quote() -> None:
    async with asyncio.TaskGroup() as group:
        lamp = group.create_task(fetch_price("lamp"))
        desk = group.create_task(fetch_price("desk"))
    print("total:", lamp.result() + desk.result())  # FIX: the block has waited


# endregion


asyncio.run(quote())
