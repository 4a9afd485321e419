r"""A yield turns a coroutine function into one whose result cannot be awaited.

---
failure: exception
expect:
  - python: ">=3.14"
    exit: 1
    stderr: ["TypeError: 'async_generator' object can't be awaited"]
  - python: "<3.14"
    exit: 1
    stderr: ["TypeError: object async_generator can't be used in 'await' expression"]
grep: {none: "an `async def` whose own body has a `yield`: then each `await name(...)` and each bare call of it"}
lint: [mypy:misc, pyright:reportGeneralTypeIssues]
corrects:
  - said: "async def makes a coroutine function"
    instead: "not with a yield in its body: that makes an async generator function, read with async for"
---
"""

import asyncio
from collections.abc import AsyncIterator


# region snippet
async def load_orders() -> AsyncIterator[str]:
    for number in (1, 2):
        await asyncio.sleep(0)  # the database answers
        yield f"order {number}"


async def show() -> None:
    orders = await load_orders()  # BUG: an async generator has no one result
    print(orders)


# endregion


asyncio.run(show())
