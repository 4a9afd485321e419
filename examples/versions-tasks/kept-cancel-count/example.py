r"""A failing task group repeats a cancellation that was swallowed before it.

---
expect:
  - python: "<3.13"
    stdout: |
      feed lost
      polls on
  - python: ">=3.13"
    stdout: |
      feed lost
      cancelled
lint: [flake8-async:ASYNC103, flake8-async:ASYNC112]
---
"""

import asyncio


async def read(feed: str) -> None:
    await asyncio.sleep(0)  # the network's turn
    raise ConnectionError(f"{feed} offline")


# region snippet
async def poll() -> None:
    try:
        await asyncio.Event().wait()
    except asyncio.CancelledError:
        pass  # without asyncio.current_task().uncancel()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(read("quotes"))
    except* ConnectionError:
        print("feed lost")
    await asyncio.sleep(0)
    print("polls on")


# endregion


async def main() -> None:
    task = asyncio.create_task(poll())
    await asyncio.sleep(0)  # it waits
    task.cancel()
    await asyncio.wait([task])
    if task.cancelled():
        print("cancelled")


asyncio.run(main())
