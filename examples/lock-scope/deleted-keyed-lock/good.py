r"""A weak dict forgets a lock when nobody holds or awaits it any more.

---
expect:
  stdout: |
    at once in one document: 1
---
"""

import asyncio
from weakref import WeakValueDictionary

inside = most = 0


async def write(document: str) -> None:
    global inside, most
    inside += 1
    most = max(most, inside)
    await asyncio.sleep(0.001)  # the disk
    inside -= 1


# region snippet
locks = WeakValueDictionary[str, asyncio.Lock]()  # FIX: lives while used


async def edit(document: str) -> None:
    lock = locks.setdefault(document, asyncio.Lock())
    async with lock:
        await write(document)


async def main() -> None:
    first, second = (asyncio.create_task(edit("plan")) for _ in range(2))
    await first
    await asyncio.gather(second, edit("plan"))
    print("at once in one document:", most)


# endregion


asyncio.run(main())
