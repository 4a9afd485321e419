r"""Messages about a mix-up of plain and async code have new wordings.

---
expect:
  - python: "<3.13"
    stdout:
      - "TypeError: object function can't be used in 'await' expression"
      - "TypeError: 'Lock' object does not support the context manager protocol"
      - "ValueError: a coroutine was expected, got <function ping"
    stderr: ["sys:1: RuntimeWarning: coroutine 'ping' was never awaited"]
  - python: "==3.13.*"
    stdout: ["ValueError: a coroutine was expected, got <function ping"]
    stderr: ["<sys>:0: RuntimeWarning: coroutine 'ping' was never awaited"]
  - python: ">=3.14"
    stdout:
      - "TypeError: 'function' object can't be awaited"
      - "Did you mean to use 'async with'?"
      - "TypeError: An asyncio.Future, a coroutine or an awaitable is required"
    stderr: ["<sys>:0: RuntimeWarning: coroutine 'ping' was never awaited"]
---
"""

import asyncio
from collections.abc import Callable
from typing import Any


async def ping() -> None:
    await asyncio.sleep(0)


async def check(wrong: Any) -> None:
    await wrong


def hold(wrong: Any) -> None:
    with wrong:
        print("held")


def show(call: Callable[[Any], Any], argument: Any) -> None:
    try:
        call(argument)
    except (TypeError, ValueError) as error:
        print(f"{type(error).__name__}: {error}")


# region snippet
show(lambda wrong: asyncio.run(check(wrong)), ping)  # await ping
show(hold, asyncio.Lock())  # with lock:
show(asyncio.run, ping)  # asyncio.run(ping)
forgotten = ping()  # lives until the process ends
# endregion
