r"""get() of an asyncio queue suspends its task alone.

---
expect:
  stdout: |
    packer waits
    packed order 7
---
"""

import asyncio


# region snippet
async def pack(orders: "asyncio.Queue[str]") -> None:
    print("packer waits")
    print("packed", await orders.get())


async def main() -> None:
    orders = asyncio.Queue[str]()  # FIX: made for tasks, get() lets the others run
    async with asyncio.TaskGroup() as group:
        group.create_task(pack(orders))
        await asyncio.sleep(0)  # the order comes a moment later
        await orders.put("order 7")


# endregion


asyncio.run(main())
