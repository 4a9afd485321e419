r"""An asyncio lock makes the task wait, not the thread.

---
expect:
  stdout: |
    writing lamp
    writing chair
---
"""

import asyncio


async def write(row: str) -> None:
    print("writing", row)
    await asyncio.sleep(0)  # the disk's answer


# region snippet
table_lock = asyncio.Lock()


async def append(row: str) -> None:
    async with table_lock:  # FIX: the second task waits, the loop runs
        await write(row)


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        for row in ("lamp", "chair"):
            group.create_task(append(row))


# endregion


asyncio.run(main())
