r"""A primitive of asyncio works under trio until a task has to wait for it.

---
failure: exception
expect:
  exit: 1
  stdout: |
    alone: taken
  stderr: ["AttributeError: 'NoneType' object has no attribute 'create_future'"]
requires: {packages: [anyio, trio]}
grep: {none: "import asyncio in a module that also imports anyio or trio: Lock, Event, Queue, sleep, create_task, timeout"}
lint: []
---
"""

import asyncio

import anyio


# region snippet
class Stock:
    def __init__(self) -> None:
        self.count = 2
        self.lock = asyncio.Lock()  # BUG: waits on a loop of asyncio

    async def take(self) -> None:
        async with self.lock:
            await anyio.sleep(0.01)  # asks the database
            self.count -= 1


async def main() -> None:
    stock = Stock()
    await stock.take()
    print("alone: taken")
    async with anyio.create_task_group() as group:
        group.start_soon(stock.take)
        group.start_soon(stock.take)
    print("together: taken")


# endregion

anyio.run(main, backend="trio")
