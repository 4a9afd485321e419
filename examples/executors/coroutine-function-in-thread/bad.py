r"""to_thread of a coroutine function returns a coroutine that never runs.

---
failure: warning
expect:
  stdout: |
    saved: []
  stderr: ["RuntimeWarning: coroutine 'save' was never awaited"]
grep:
  none: >-
    the function that to_thread, run_in_executor, run_in_threadpool or sync_to_async is given: an async def, a partial
    or lambda around one, an object with an async __call__
lint: [mypy:unused-coroutine]
---
"""

import asyncio

saved: list[str] = []


# region snippet
async def save(order: str) -> None:
    saved.append(order)


async def main() -> None:
    await asyncio.to_thread(save, "order 7")  # BUG: the thread only makes a coroutine
    print("saved:", saved)


# endregion


asyncio.run(main())
