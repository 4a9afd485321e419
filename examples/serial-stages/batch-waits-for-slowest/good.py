r"""Workers that share one iterator take the next item as soon as they are free.

---
expect:
  metrics:
    busy_share: ">= 0.6"
---
"""

import asyncio
from collections.abc import Iterator

SLOTS = 4
turns = worked = 0


async def resize(length: int) -> None:
    global worked
    for _ in range(length):
        worked += 1
        await asyncio.sleep(0)


async def count_turns() -> None:
    global turns
    while True:
        turns += 1
        await asyncio.sleep(0)


# region snippet
async def work(photos: Iterator[int]) -> None:
    for photo in photos:  # the next that no other worker has taken
        await resize(photo)


async def resize_all(photos: list[int]) -> None:
    shared = iter(photos)
    async with asyncio.TaskGroup() as group:
        for _ in range(SLOTS):  # FIX: a free worker takes the next
            group.create_task(work(shared))


# endregion


async def main() -> None:
    clock = asyncio.create_task(count_turns())
    await resize_all([40, 2, 2, 2] * 8)  # turns of the loop that each photo takes
    clock.cancel()
    print(f"metric busy_share={worked / (turns * SLOTS)}")


asyncio.run(main())
