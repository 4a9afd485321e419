r"""Suppressing CancelledError around a cancelled task hides one's own cancel.

---
failure: silent
expect:
  stdout: |
    new feed opened
    switch cancelled: False
grep: '\bsuppress\([^)]*\bCancelledError\b'
innocent: "the last statement of a task that only its owner cancels, or its own cancel goes on"
symptom: [not-stopped]
lint: []
---
"""

import asyncio
import contextlib


async def read_feed(flushed: asyncio.Event) -> None:
    try:
        await asyncio.Event().wait()  # quotes come in
    finally:
        await flushed.wait()


# region snippet
async def switch_feed(feed: asyncio.Task[None]) -> None:
    feed.cancel()
    with contextlib.suppress(asyncio.CancelledError):  # BUG: swallows both cancels
        await feed
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
