r"""A task group around a yield cancels the reader, not the generator, on a failure.

---
failure: warning
expect:
  stdout: |
    selling lamp
    trade: cancelled
  stderr: ["Task exception was never retrieved", "ConnectionError: the feed broke"]
grep:
  - {pattern: '^ {4}(async )?with [^\n]*\b(TaskGroup|create_task_group|open_nursery)\([^\n]*\n( {8}[^\n]*\n|\n)*? {8,}(async for|for|while) [^\n]*\n( {12}[^\n]*\n|\n)*? {12,}([\w, ]+ = )?yield\b', multiline: true}
  - pattern: '^ {8}(async )?with [^\n]*\b(TaskGroup|create_task_group|open_nursery)\([^\n]*\n( {12}[^\n]*\n|\n)*? {12,}(async for|for|while) [^\n]*\n( {16}[^\n]*\n|\n)*? {16,}([\w, ]+ = )?yield\b'
    multiline: true
    hits: ["        async with anyio.create_task_group() as group:\n            group.start_soon(self.read)\n            async for row in rows:\n                yield row\n"]
innocent: "the function is an @asynccontextmanager"
symptom: [lost-error]
lint: [ruff:ASYNC119, flake8-async:ASYNC101, flake8-async:ASYNC119]
---
"""

import asyncio
from collections.abc import AsyncGenerator

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
async def offers() -> AsyncGenerator[str]:
    feed: asyncio.Queue[str] = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        group.create_task(follow(feed))
        while True:
            yield await feed.get()  # BUG: the group cancels whoever reads


async def trade() -> None:
    async for sku in offers():
        await sell(sku)


# endregion


async def main() -> None:
    trading = asyncio.create_task(trade())
    await asyncio.wait([trading])
    print("trade:", "cancelled" if trading.cancelled() else trading.exception())
    await asyncio.sleep(0)  # the loop closes the generator
    await asyncio.sleep(0)


asyncio.run(main())
