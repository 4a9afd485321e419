r"""A done callback runs after create_task has returned, for an eager task as well.

---
expect:
  stdout: |
    A-17 packed
    under way: []
requires: {python: ">=3.12"}
---
"""

import asyncio

packing: dict[str, asyncio.Task[None]] = {}


# region snippet
async def pack(order: str) -> None:
    print(order, "packed")


def start(order: str) -> None:
    task = packing[order] = asyncio.create_task(pack(order))
    task.add_done_callback(lambda _: packing.pop(order, None))  # FIX: in a later turn


async def main() -> None:
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("A-17")
    await asyncio.sleep(0)
    print("under way:", list(packing))


# endregion


asyncio.run(main())
