r"""A cancellation that is kept without uncancel() makes a later check stop the task.

---
failure: silent
expect:
  stdout: |
    woken early
    poller cancelled: True
symptom: [lost-work]
grep:
  none: >-
    an except CancelledError that goes on on purpose (a wake-up, a restart, a cancel taken back) and does not call
    asyncio.current_task().uncancel()
lint: [flake8-async:ASYNC103]
---
"""

import asyncio


async def read_feed() -> None:
    await asyncio.Event().wait()  # quotes come in


# region snippet
async def stop(feed: asyncio.Task[None]) -> None:
    feed.cancel()
    try:
        await feed
    except asyncio.CancelledError:
        if asyncio.current_task().cancelling():  # this task is cancelled too
            raise


async def poll(feed: asyncio.Task[None]) -> None:
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:  # BUG: the request still counts
        print("woken early")
    await stop(feed)
    print("feed opened anew")


# endregion


async def main() -> None:
    feed = asyncio.create_task(read_feed())
    poller = asyncio.create_task(poll(feed))
    await asyncio.sleep(0)  # both wait
    poller.cancel()  # somebody wants fresh quotes
    await asyncio.wait([poller])
    print(f"poller cancelled: {poller.cancelled()}")


asyncio.run(main())
