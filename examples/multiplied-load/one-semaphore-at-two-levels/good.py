r"""A limit for each level: whoever holds a slot waits for none of the same kind.

---
expect:
  stdout: |
    loading order 1
    loading order 2
    order 1: lamp, chair
    order 2: lamp, chair
---
"""

import asyncio

slots = asyncio.Semaphore(2)
orders = asyncio.Semaphore(2)


# region snippet
async def fetch(item: str) -> str:
    async with slots:
        await asyncio.sleep(0)  # the database's turn
        return item


async def load_order(number: int) -> None:
    async with orders:  # FIX: a limit of its own
        print("loading order", number)
        items = await asyncio.gather(fetch("lamp"), fetch("chair"))
    print(f"order {number}: {', '.join(items)}")


# endregion


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        for number in (1, 2):
            group.create_task(load_order(number))


asyncio.run(main())
