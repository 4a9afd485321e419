r"""A thread lock held across an await stops the whole event loop.

---
failure: hang
symptom: [frozen, ctrl-c-ignored]
expect:
  exit: timeout
  within: 0.5
  stdout: ["writing lamp"]
grep:
  pattern: '(?i)^[ \t]+with [\w.]*(lock|mutex)\w*:[^\n]*\n([ \t]+[^\n]*\n){0,5}?[ \t]+[^\n]*\bawait\b'
  multiline: true
  hits: ["        with self._lock:\n            row = self.rows[0]\n            await self.send(row)\n"]
innocent: "the await stands after the with block, less indented"
lint: []
marks:
  - pattern: '(?i)^[ \t]+with [^\n]*(self\.|lock|mutex|session|conn|cursor|transaction|pool|\bopen|guard)\w*[^\n]*:[^\n]*\n[^\n]*\bawait\b'
    multiline: true
    ask: "does its exit block, or is its lock a thread's?"
---
"""

import asyncio
import threading


async def write(row: str) -> None:
    print("writing", row)
    await asyncio.sleep(0)  # the disk's answer


# region snippet
table_lock = threading.Lock()


async def append(row: str) -> None:
    with table_lock:  # BUG: the second task blocks the thread
        await write(row)


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        for row in ("lamp", "chair"):
            group.create_task(append(row))


# endregion


asyncio.run(main())
