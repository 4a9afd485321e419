r"""The condition is checked after every wait, until it holds.

---
expect:
  stdout: |
    Ada packs lamp
    Bo packs chair
---
"""

import asyncio

orders: list[str] = []


# region snippet
async def pack(packer: str, changed: asyncio.Condition) -> None:
    async with changed:
        await changed.wait_for(lambda: orders)  # FIX: checks after each wait
        print(packer, "packs", orders.pop())


async def place(order: str, changed: asyncio.Condition) -> None:
    async with changed:
        orders.append(order)
        changed.notify_all()


# endregion


async def main() -> None:
    changed = asyncio.Condition()
    async with asyncio.TaskGroup() as group:
        for packer in ("Ada", "Bo"):
            group.create_task(pack(packer, changed))
        await asyncio.sleep(0)  # both packers wait
        await place("lamp", changed)
        await asyncio.sleep(0)
        await place("chair", changed)


asyncio.run(main())
