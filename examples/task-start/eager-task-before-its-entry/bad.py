r"""An eager task may have ended before its creator has stored it.

---
failure: silent
symptom: [memory, leak]
expect:
  stdout: |
    A-17 packed
    under way: ['A-17']
requires: {python: ">=3.12"}
grep: {none: "eager_task_factory or eager_start=True, and a body that reads or removes what its creator stores"}
lint: []
---
"""

import asyncio

packing: dict[str, asyncio.Task[None]] = {}


# region snippet
async def pack(order: str) -> None:
    print(order, "packed")
    packing.pop(order, None)


def start(order: str) -> None:
    packing[order] = asyncio.create_task(pack(order))  # BUG: stored after its end


async def main() -> None:
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    start("A-17")
    await asyncio.sleep(0)
    print("under way:", list(packing))


# endregion


asyncio.run(main())
