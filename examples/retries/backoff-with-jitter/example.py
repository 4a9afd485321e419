r"""A bounded number of attempts, a random and growing wait, one deadline over all.

---
expect:
  stdout: |
    at most 0.02 s, waits 0.01 s
    at most 0.04 s, waits 0.02 s
    stock: 42
---
"""

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")

faults = [ConnectionError("refused"), TimeoutError()]


async def ask_stock() -> int:
    await asyncio.sleep(0)  # the warehouse's answer
    if faults:
        raise faults.pop()
    return 42


# region snippet
async def with_retries(
    call: Callable[[], Awaitable[T]],
    attempts: int,
    first: float,
    longest: float,
    chance: Callable[[], float] = random.random,
) -> T:
    for attempt in range(1, attempts + 1):
        try:
            return await call()
        except (ConnectionError, TimeoutError):  # those that may pass
            if attempt == attempts:
                raise
        limit = min(longest, first * 2 ** (attempt - 1))
        wait = limit * chance()  # not all clients at the same moment
        print(f"at most {limit:.2f} s, waits {wait:.2f} s")
        await asyncio.sleep(wait)
    raise ValueError("no attempts")


async def main() -> None:
    async with asyncio.timeout(5):  # over all attempts and waits
        stock = await with_retries(ask_stock, 4, 0.02, 1, chance=lambda: 0.5)
    print("stock:", stock)


# endregion


asyncio.run(main())
