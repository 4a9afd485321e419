r"""A coroutine returned out of a lock runs after the lock has been released.

---
failure: silent
expect:
  stdout: |
    sold: 2 of 1
grep:
  pattern: '^[ \t]*async with [\w.]*(lock|sem|semaphore|limit|limiter)\w*:[^\n]*\n([ \t]+[^\n]*\n){0,3}?[ \t]+return (self\.|\w+\.)?_?(fetch|load|save|send|store|write|read|update|get|put|post|do|run|process|take|request|call)_?\w*\('
  multiline: true
innocent: "the function is a plain def"
symptom: [wrong-data, over-limit]
lint: []
---
"""

import asyncio
from collections.abc import Awaitable

left = 1
sold = 0


async def take_one(sku: str) -> None:
    global left, sold
    if left:
        await asyncio.sleep(0)  # the database answers
        left -= 1
        sold += 1


# region snippet
async def sell(sku: str, lock: asyncio.Lock) -> Awaitable[None]:
    async with lock:
        return take_one(sku)  # BUG: runs without the lock


async def serve(sku: str, lock: asyncio.Lock) -> None:
    await (await sell(sku, lock))


# endregion


async def main() -> None:
    lock = asyncio.Lock()
    await asyncio.gather(serve("lamp", lock), serve("lamp", lock))
    print(f"sold: {sold} of 1")


asyncio.run(main())
