r"""An asyncio lock suspends the second task, and the loop goes on.

---
expect:
  stdout: |
    lamp: reserving
    lamp: reserved
    chair: reserving
    chair: reserved
---
"""

import asyncio


async def write_stock(sku: str) -> None:
    await asyncio.sleep(0)  # the database answers


# region snippet
stock_lock = asyncio.Lock()


async def reserve(sku: str) -> None:
    async with stock_lock:  # FIX: suspends this task, not the loop
        print(f"{sku}: reserving")
        await write_stock(sku)
    print(f"{sku}: reserved")


# endregion


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(reserve("lamp"))
        group.create_task(reserve("chair"))


asyncio.run(main())
