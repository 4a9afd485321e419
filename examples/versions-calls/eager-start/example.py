r"""An eager task runs inside create_task, up to its first suspension.

---
expect:
  - python: "<3.12"
    stdout: |
      eager_start: created, read; factory: created, read
  - python: ">=3.12,<3.14"
    stdout: |
      eager_start: created, read; factory: read, created
  - python: ">=3.14"
    stdout: |
      eager_start: read, created; factory: read, created
lint: []
---
"""

import asyncio
import sys

log: list[str] = []


async def read_price() -> None:
    log.append("read")
    await asyncio.sleep(0)  # the price service answers


# region snippet
async def main() -> None:
    if sys.version_info >= (3, 14):
        task = asyncio.create_task(read_price(), eager_start=True)
    else:
        task = asyncio.create_task(read_price())
    first = await order_of(task)
    if sys.version_info >= (3, 12):
        asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    second = await order_of(asyncio.create_task(read_price()))
    print(f"eager_start: {first}; factory: {second}")


# endregion


async def order_of(task: asyncio.Task[None]) -> str:
    log.append("created")
    await task
    seen = ", ".join(log)
    log.clear()
    return seen


asyncio.run(main())
