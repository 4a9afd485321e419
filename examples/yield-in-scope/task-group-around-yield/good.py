r"""A context manager opens the group around the reader, who gets its error.

---
expect:
  stdout: |
    selling lamp
    trade: unhandled errors in a TaskGroup (1 sub-exception)
---
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

selling = asyncio.Event()


async def follow(feed: asyncio.Queue[str]) -> None:
    await feed.put("lamp")
    await selling.wait()
    raise ConnectionError("the feed broke")


async def sell(sku: str) -> None:
    print("selling", sku)
    selling.set()
    await asyncio.Event().wait()  # the customer hesitates


# region snippet
@asynccontextmanager
async def offers() -> AsyncGenerator[asyncio.Queue[str]]:
    feed: asyncio.Queue[str] = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        following = group.create_task(follow(feed))
        try:
            yield feed  # FIX: the reader's block is the body of the group
        finally:
            following.cancel()  # the group would wait for it


async def trade() -> None:
    async with offers() as feed:
        while True:
            await sell(await feed.get())


# endregion


async def main() -> None:
    trading = asyncio.create_task(trade())
    await asyncio.wait([trading])
    print("trade:", "cancelled" if trading.cancelled() else trading.exception())


asyncio.run(main())
