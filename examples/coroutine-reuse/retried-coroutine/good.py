r"""A helper that is given a function makes a coroutine for each attempt.

---
expect:
  stdout: |
    the bank does not answer
    order 7 paid
---
"""

import asyncio
from collections.abc import Awaitable, Callable

answers: list[str | ConnectionError] = [
    ConnectionError("the bank does not answer"),
    "paid",
]


async def charge(order: str) -> str:
    await asyncio.sleep(0)  # the bank's turn
    answer = answers.pop(0)
    if isinstance(answer, ConnectionError):
        raise answer
    return f"{order} {answer}"


# region snippet
async def retry(call: Callable[[], Awaitable[str]]) -> str:
    for _ in range(3):
        try:
            return await call()  # FIX: a new coroutine for each attempt
        except ConnectionError as error:
            print(error)
    raise TimeoutError("no answer in three attempts")


async def check_out(order: str) -> None:
    print(await retry(lambda: charge(order)))


# endregion


asyncio.run(check_out("order 7"))
