r"""await on the None of a plain method raises when the work is already done.

---
failure: exception
expect:
  - python: ">=3.14"
    exit: 1
    stdout: |
      waiting: 1
    stderr: ["TypeError: 'NoneType' object can't be awaited"]
  - python: "<3.14"
    exit: 1
    stdout: |
      waiting: 1
    stderr: ["TypeError: object NoneType can't be used in 'await' expression"]
grep:
  - pattern: '\bawait ([\w.]+\.(put_nowait|get_nowait|task_done|call_soon|call_later|add_done_callback|add_task)|([\w.]*[._])?(task|fut|future|timer)s?\.(cancel|cancelled))\('
    hits:
      - "        await self.task.cancel()"
innocent: "a class of another package with an async method of that name"
lint: [mypy:func-returns-value, mypy:misc, pyright:reportGeneralTypeIssues]
---
"""

import asyncio


# region snippet
async def accept(order: str, orders: asyncio.Queue[str]) -> None:
    try:
        await orders.put_nowait(order)  # BUG: a plain method returns None
    finally:
        print("waiting:", orders.qsize())


# endregion


async def main() -> None:
    await accept("order 7", asyncio.Queue())


asyncio.run(main())
