r"""asyncio.wait reports the end of a cancelled task without raising its CancelledError.

---
expect:
  stdout: |
    switch cancelled: True
---
"""

import asyncio


async def read_feed(flushed: asyncio.Event) -> None:
    try:
        await asyncio.Event().wait()  # quotes come in
    finally:
        await flushed.wait()


# region snippet
async def switch_feed(feed: asyncio.Task[None]) -> None:
    feed.cancel()
    await asyncio.wait([feed])  # FIX: raises only when this task is cancelled
    print("new feed opened")


# endregion


async def main() -> None:
    flushed = asyncio.Event()
    feed = asyncio.create_task(read_feed(flushed))
    await asyncio.sleep(0)  # the feed is being read
    switch = asyncio.create_task(switch_feed(feed))
    await asyncio.sleep(0)  # the switch waits for the end of the feed
    await asyncio.sleep(0)  # the feed cleans up
    switch.cancel()
    await asyncio.wait([switch])
    print(f"switch cancelled: {switch.cancelled()}")
    flushed.set()


asyncio.run(main())
