r"""stack.callback() calls an async function and does not await it.

---
failure: warning
expect:
  stdout: |
    read 3 orders
    still open: ['orders']
  stderr: ["RuntimeWarning: coroutine 'close' was never awaited"]
grep:
  - pattern: 'stack\w*\.callback\(([\w.]+\.)?_?(aclose|disconnect|shutdown|release|rollback|unlock|unsubscribe|wait_closed|cleanup|clean_up|terminate|quit|logout|flush|(pool|session|client|conn|connection|db|engine|redis|channel|websocket|ws|consumer|producer|runner|server|browser)\.(close|stop))\b|stack\w*\.callback\((close|stop)\b'
    hits:
      - "        self._stack.callback(self.pool.close)"
innocent: "the function is a plain def"
symptom: [leak]
lint: []
---
"""

import asyncio
from contextlib import AsyncExitStack

opened = ["orders"]


async def close(cursor: str) -> None:
    await asyncio.sleep(0)  # the database answers
    opened.remove(cursor)


# region snippet
async def report() -> None:
    async with AsyncExitStack() as stack:
        stack.callback(close, "orders")  # BUG: calls it and drops the coroutine
        print("read 3 orders")


# endregion


async def main() -> None:
    await report()
    print("still open:", opened)


asyncio.run(main())
