r"""asyncio.wait refuses an empty set.

---
failure: exception
expect:
  exit: 1
  stderr: ["ValueError: Set of Tasks/Futures is empty."]
grep:
  - pattern: '^([ \t]*([^\si]|i[^f])[^\n]*)?\n[ \t]+[^\n]*\bawait asyncio\.wait\(\s*((\w+\.)+_*(\w+_)?(background|tasks|running|under_way|active|jobs)|\w*(background|running|under_way|active))\s*[,)]'
    multiline: true
    hits: ["        self.closing = True\n        await asyncio.wait(self._tasks, timeout=5)"]
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
