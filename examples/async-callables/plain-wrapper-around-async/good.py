r"""A wrapper that awaits is there while the coroutine runs.

---
expect:
  stdout: |
    once more
    in stock: 5
---
"""

import asyncio
import functools
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
answers: list[int | ConnectionError] = [ConnectionError("the stock service hung up"), 5]


# region snippet
def retried(function: Callable[P, Awaitable[R]]) -> Callable[P, Coroutine[Any, Any, R]]:
    @functools.wraps(function)
    async def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return await function(*args, **kwargs)  # FIX: runs it inside the try
        except ConnectionError:
            print("once more")
            return await function(*args, **kwargs)

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
