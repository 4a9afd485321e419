r"""A bounded queue between two stages lets both work.

---
expect:
  metrics:
    most_at_once: "== 2"
---
"""

import asyncio
from collections.abc import AsyncIterator

running = most_at_once = 0


async def transfer() -> None:
    global running, most_at_once
    running += 1
    most_at_once = max(most_at_once, running)
    await asyncio.sleep(0.005)
    running -= 1


async def fetch_pages() -> AsyncIterator[str]:
    for number in range(3):
        await transfer()
        yield f"page {number}"


async def store(page: str) -> None:
    await transfer()


# region snippet
async def store_all(pages: asyncio.Queue[str | None]) -> None:
    while (page := await pages.get()) is not None:
        await store(page)


async def copy() -> None:
    pages: asyncio.Queue[str | None] = asyncio.Queue(maxsize=2)
    async with asyncio.TaskGroup() as group:
        group.create_task(store_all(pages))
        async for page in fetch_pages():
            await pages.put(page)  # FIX: fetched while the last is stored
        await pages.put(None)


# endregion


asyncio.run(copy())
print(f"metric most_at_once={most_at_once}")
