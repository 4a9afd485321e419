r"""A thread lock held across an await stops the loop at the second task.

---
failure: hang
expect:
  exit: timeout
  within: 0.5
  stdout: |
    lamp: reserving
symptom: [frozen, slow-under-load]
grep:
  pattern: '^[ \t]+with [^\n]*([lL]ock|mutex|[sS]emaphore)\w*(\(\))?:[^\n]*\n([ \t]+[^\n]*\n){0,5}?[ \t]+[^#\n]*\bawait\b'
  multiline: true
innocent: "the await is in a nested or later function, not inside the with block"
lint: []
---
"""

import asyncio
import threading


async def write_stock(sku: str) -> None:
    await asyncio.sleep(0)  # the database answers


# region snippet
stock_lock = threading.Lock()


async def reserve(sku: str) -> None:
    with stock_lock:  # BUG: the second task blocks the loop here
        print(f"{sku}: reserving")
        await write_stock(sku)
    print(f"{sku}: reserved")


# endregion


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(reserve("lamp"))
        group.create_task(reserve("chair"))


asyncio.run(main())
