r"""The call graph of a task goes on through the tasks that wait for it.

---
expect:
  - python: "<3.14"
    stdout: |
      stack of stock: count
  - python: ">=3.14"
    stdout:
      - "* Task(name='stock'"
      - "in async query()"
      - "* Task(name='check_out'"
lint: []
---
"""

import asyncio
import sys


async def query() -> int:
    await asyncio.Event().wait()  # until the database answers
    return 12


async def count(table: str) -> None:
    print(f"{table}: {await query()}")


async def check_out() -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(count("stock"), name="stock")
        group.create_task(count("prices"), name="prices")


# region snippet
def show(task: asyncio.Task[None]) -> None:
    if sys.version_info >= (3, 14):
        asyncio.print_call_graph(task)
    else:
        names = [frame.f_code.co_name for frame in task.get_stack()]
        print(f"stack of {task.get_name()}: {', '.join(names)}")


# endregion


async def main() -> None:
    order = asyncio.create_task(check_out(), name="check_out")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    (stock,) = (task for task in asyncio.all_tasks() if task.get_name() == "stock")
    show(stock)
    order.cancel()


asyncio.run(main())
