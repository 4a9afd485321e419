r"""A task group that shuts down closes the coroutine that it refuses.

---
expect:
  - python: "<3.13"
    stdout: ["is shutting down"]
    stderr: ["RuntimeWarning: coroutine 'notify' was never awaited"]
  - python: ">=3.13"
    stdout: ["is shutting down"]
---
"""

import asyncio


async def notify(customer: str) -> None:
    await asyncio.sleep(0)  # the mail server's turn
    print(f"{customer} notified")


async def charge() -> None:
    await asyncio.sleep(0)  # the bank's turn
    raise ConnectionError("bank offline")


# region snippet
async def reserve(group: asyncio.TaskGroup) -> None:
    try:
        await asyncio.Event().wait()  # until the group cancels it
    finally:
        group.create_task(notify("ada"))


# endregion


async def main() -> None:
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(reserve(group))
            group.create_task(charge())
    except* RuntimeError as refused:
        print(f"RuntimeError: {refused.exceptions[0]}")
    except* ConnectionError:
        pass


asyncio.run(main())
