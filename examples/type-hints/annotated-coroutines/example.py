r"""Annotations that mypy and pyright accept, for each kind of async function.

---
expect:
  stdout: |
    read_price called
    1: 20 EUR
    2: 21 EUR
    order-7 billed
    till closed
---
"""

import asyncio

# region snippet
from collections.abc import (
    AsyncGenerator,
    AsyncIterator,
    Awaitable,
    Callable,
    Coroutine,
)
from contextlib import asynccontextmanager
from functools import wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def logged(call: Callable[P, Awaitable[T]]) -> Callable[P, Coroutine[Any, Any, T]]:
    @wraps(call)  # P keeps the parameters, T what await gives
    async def wrapper(*args: P.args, **kwargs: P.kwargs) -> T:
        print(f"{wrapper.__name__} called")
        return await call(*args, **kwargs)

    return wrapper


@logged
async def read_price(sku: str) -> int:  # what await gives
    await asyncio.sleep(0)
    return 20


async def follow_price(sku: str) -> AsyncIterator[int]:  # is only iterated
    price = await asyncio.create_task(read_price(sku))  # needs a Coroutine
    yield price
    yield price + 1


@asynccontextmanager
async def open_till() -> AsyncGenerator[list[int], None]:  # the list is for `as`
    try:
        yield []
    finally:
        print("till closed")


async def bill(order: str, on_billed: Callable[[str], Awaitable[None]]) -> None:
    await on_billed(order)  # a coroutine function, or one that returns a future


# endregion


async def announce(order: str) -> None:
    await asyncio.sleep(0)  # asks the display
    print(f"{order} billed")


async def main() -> None:
    async with open_till() as till:
        async for price in follow_price("A-7"):
            till.append(price)
            print(f"{len(till)}: {price} EUR")
        await bill("order-7", announce)


asyncio.run(main())
