r"""The change and its notice stand inside the condition.

---
expect:
  stdout: |
    packs lamp
---
"""

import asyncio

orders: list[str] = []


# region snippet
async def pack(changed: asyncio.Condition) -> None:
    async with changed:
        await changed.wait_for(lambda: orders)
        print("packs", orders.pop())


async def place(order: str, changed: asyncio.Condition) -> None:
    async with changed:  # FIX: holds the lock
        orders.append(order)
        changed.notify()


async def main() -> None:
    changed = asyncio.Condition()
    async with asyncio.TaskGroup() as group:
        group.create_task(pack(changed))
        group.create_task(place("lamp", changed))


# endregion


asyncio.run(main())
