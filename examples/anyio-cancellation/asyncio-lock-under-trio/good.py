r"""A primitive of anyio waits on whatever runs it.

---
expect:
  stdout: |
    alone: taken
    together: taken
requires: {packages: [anyio, trio]}
---
"""

import anyio


# region snippet
class Stock:
    def __init__(self) -> None:
        self.count = 2
        self.lock = anyio.Lock()  # FIX: waits on what runs it

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
