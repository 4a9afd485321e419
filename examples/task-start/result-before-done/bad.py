r"""result() does not wait: on a task that is not done it raises.

---
failure: exception
expect:
  exit: 1
  stderr: ["InvalidStateError: Result is not set."]
grep:
  - {pattern: '^    async with [^\n]*TaskGroup\([^\n]*\n(( {8}[^\n]*)?\n)*? {8}[^\n]*\.(result|exception)\(\)', multiline: true}
  - pattern: '^        async with [^\n]*TaskGroup\([^\n]*\n(( {12}[^\n]*)?\n)*? {12}[^\n]*\.(result|exception)\(\)'
    multiline: true
    hits:
      - "        async with asyncio.TaskGroup() as group:\n            task = group.create_task(load())\n            self.rows = task.result()\n"
innocent: "the task is awaited before, or it is a concurrent.futures future"
lint: []
---
"""

import asyncio


async def fetch_price(item: str) -> int:
    await asyncio.sleep(0)
    return 42


# region snippet
async def quote() -> None:
    async with asyncio.TaskGroup() as group:
        lamp = group.create_task(fetch_price("lamp"))
        desk = group.create_task(fetch_price("desk"))
        print("total:", lamp.result() + desk.result())  # BUG: neither is done yet


# endregion


asyncio.run(quote())
