r"""A timeout on a task that others await too cancels it for all of them.

---
failure: silent
expect:
  stdout: |
    page: stock unknown
    check-out: cancelled
grep:
  - '\bwait_for\(\s*(self\.)?\w+\s*,'
  - pattern: 'async with [^\n]*\btimeout(_at)?\([^\n]*\n\s+([\w.]+ = |return )?await [\w.]+[ \t]*\n'
    multiline: true
    hits: ["async with asyncio.timeout(LIMIT):\n    stock = await self.loading\n"]
innocent: "nobody else awaits the task, or the name is a coroutine made for this call"
symptom: [lost-work]
lint: []
corrects:
  - said: "after the TimeoutError of wait_for, cancel the task"
    instead: "wait_for has cancelled it and waited for its end: cancel() returns False; shield a task that others await"
---
"""

import asyncio

LIMIT = 0.02  # seconds the page waits for the stock


async def load_stock(database: asyncio.Event) -> int:
    await database.wait()
    return 42


# region snippet
async def show_page(loading: asyncio.Task[int]) -> str:
    try:
        stock = await asyncio.wait_for(loading, LIMIT)  # BUG: cancels it for all
    except TimeoutError:
        return "stock unknown"
    return f"stock {stock}"


async def check_out(loading: asyncio.Task[int]) -> str:
    return f"stock {await loading}"


# endregion


async def main() -> None:
    database = asyncio.Event()
    loading = asyncio.create_task(load_stock(database))
    customer = asyncio.create_task(check_out(loading))
    print("page:", await show_page(loading))
    database.set()
    await asyncio.wait([customer])
    print("check-out:", "cancelled" if customer.cancelled() else customer.result())


asyncio.run(main())
