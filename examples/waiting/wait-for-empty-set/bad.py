r"""asyncio.wait refuses an empty set.

---
failure: exception
expect:
  exit: 1
  stderr: ["ValueError: Set of Tasks/Futures is empty."]
grep:
  pattern: '\bawait asyncio\.wait\(\s*[\w.]*(background|tasks|running|under_way|active|jobs)\b'
  hits: ["        await asyncio.wait(self._tasks, timeout=5)"]
innocent: "an `if` before it, or a set that always holds one"
lint: []
---
"""

import asyncio

background: set[asyncio.Task[None]] = set()


# region snippet
async def shut_down() -> None:
    await asyncio.wait(background)  # BUG: an idle service has none
    print("all receipts sent")


# endregion


asyncio.run(shut_down())
