r"""A plain wrapper guards the making of the coroutine, not its run.

---
failure: exception
expect:
  exit: 1
  stderr: ["ConnectionError: the stock service hung up"]
grep: {none: "a plain wrapper that times, retries, logs or guards what it calls, on functions that may be async"}
symptom: [lost-error]
lint: []
---
"""

import asyncio
import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
answers: list[int | ConnectionError] = [ConnectionError("the stock service hung up"), 5]


# region snippet
def retried(function: Callable[P, R]) -> Callable[P, R]:
    @functools.wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)  # BUG: makes a coroutine, runs nothing
        except ConnectionError:
            print("once more")
            return function(*args, **kwargs)

    return wrapper


@retried
async def count(sku: str) -> int:
    await asyncio.sleep(0)  # the stock service answers
    answer = answers.pop(0)
    if isinstance(answer, ConnectionError):
        raise answer
    return answer


# endregion


async def main() -> None:
    print("in stock:", await count("lamp"))


asyncio.run(main())
