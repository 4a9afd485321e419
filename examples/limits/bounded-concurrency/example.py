r"""A shared semaphore bounds how many calls are under way at once.

---
expect:
  stdout: |
    20 pages, the first: page 0
  metrics:
    most_at_once: "== 3"
---
"""

import asyncio

running = most_at_once = 0


async def download(page: int) -> str:
    global running, most_at_once
    running += 1
    most_at_once = max(most_at_once, running)
    await asyncio.sleep(0.001)  # the server needs its time
    running -= 1
    return f"page {page}"


# region snippet
async def fetch(page: int, connections: asyncio.Semaphore) -> str:
    async with connections:
        return await download(page)


async def main() -> None:
    connections = asyncio.Semaphore(3)  # one for all the calls
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(fetch(page, connections)) for page in range(20)]
    pages = [task.result() for task in tasks]
    print(f"{len(pages)} pages, the first: {pages[0]}")


# endregion


asyncio.run(main())
print(f"metric most_at_once={most_at_once}")
