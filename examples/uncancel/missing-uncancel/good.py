r"""A cancellation that is taken back with uncancel() leaves no trace.

---
expect:
  stdout: |
    woken early
    feed opened anew
    poller cancelled: False
lint: [mypy:union-attr, pyright:reportOptionalMemberAccess]
---
"""

import asyncio


async def read_feed() -> None:
    await asyncio.Event().wait()  # quotes come in


async def stop(feed: asyncio.Task[None]) -> None:
    feed.cancel()
    try:
        await feed
    except asyncio.CancelledError:
        if asyncio.current_task().cancelling():  # this task is cancelled too
            raise


# region snippet
async def poll(feed: asyncio.Task[None]) -> None:
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        asyncio.current_task().uncancel()  # FIX: the request is taken back
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
