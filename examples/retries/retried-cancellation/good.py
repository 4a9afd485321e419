r"""Only the failures that may pass are retried; a cancellation goes through.

---
expect:
  stdout: |
    attempt 1
    cancelled: True
---
"""

import asyncio


async def upload(attempt: int) -> None:
    print("attempt", attempt)
    if attempt == 1:
        await asyncio.Event().wait()  # the server does not answer


# region snippet
async def upload_with_retries() -> None:
    for attempt in (1, 2, 3):
        try:
            return await upload(attempt)
        except (ConnectionError, TimeoutError):  # FIX: those that may pass
            await asyncio.sleep(0)
    raise TimeoutError("gave up")


# endregion


async def main() -> None:
    task = asyncio.create_task(upload_with_retries())
    await asyncio.sleep(0)  # it uploads
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


asyncio.run(main())
