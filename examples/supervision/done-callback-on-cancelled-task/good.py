r"""A done callback asks cancelled() before it asks for the exception.

---
expect:
  stdout: |
    under way: 0
---
"""

import asyncio

under_way: set[asyncio.Task[None]] = set()


# region snippet
def report(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and task.exception():  # FIX: a cancelled task has none
        print(f"failed: {task.exception()!r}")
    under_way.discard(task)


def start(order: str) -> asyncio.Task[None]:
    task = asyncio.create_task(deliver(order))
    under_way.add(task)
    task.add_done_callback(report)
    return task


# endregion


async def deliver(order: str) -> None:
    await asyncio.sleep(3600)


async def main() -> None:
    task = start("A-17")
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print("under way:", len(under_way))


asyncio.run(main())
