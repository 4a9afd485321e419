r"""notify needs the lock of its condition held.

---
failure: exception
expect:
  exit: 1
  stderr: ["RuntimeError: cannot notify on un-acquired lock"]
grep: {none: "notify, notify_all and wait of a condition outside `async with` of that condition"}
lint: []
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
    orders.append(order)
    changed.notify()  # BUG: the lock is not held


async def main() -> None:
    changed = asyncio.Condition()
    async with asyncio.TaskGroup() as group:
        group.create_task(pack(changed))
        group.create_task(place("lamp", changed))


# endregion


asyncio.run(main())
