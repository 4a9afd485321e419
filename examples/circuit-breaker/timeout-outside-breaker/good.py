r"""The timeout inside is a failure of the call, and the breaker counts it.

---
expect:
  stdout: |
    timeouts: 5, counted: 5
---
"""

import asyncio
from collections.abc import Awaitable, Callable

LIMIT = 0.005  # seconds


class Breaker:
    failed = 0

    async def call(self, ask: Callable[[], Awaitable[int]]) -> int:
        try:
            return await ask()
        except (ConnectionError, TimeoutError):
            self.failed += 1
            raise


# region snippet
async def ask_stock() -> int:
    async with asyncio.timeout(LIMIT):  # FIX: the breaker sees a TimeoutError
        await asyncio.Event().wait()  # the warehouse does not answer
    return 42


async def stock(breaker: Breaker) -> int:
    return await breaker.call(ask_stock)


# endregion


async def main() -> None:
    breaker = Breaker()
    calls = [stock(breaker) for _ in range(5)]
    outcomes = await asyncio.gather(*calls, return_exceptions=True)
    timeouts = sum(isinstance(outcome, TimeoutError) for outcome in outcomes)
    print(f"timeouts: {timeouts}, counted: {breaker.failed}")


asyncio.run(main())
