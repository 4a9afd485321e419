r"""A timeout around a breaker reaches it as a cancellation, which it does not count.

---
failure: silent
symptom: [slow-under-load]
expect:
  stdout: |
    timeouts: 5, counted: 0
grep:
  pattern: '(?i)\b(wait_for\([^\n]*|timeout(_at)?\([^\n]*\n([ \t]+[^\n]*\n)??[^\n]*await [^\n]*)(breaker|circuit)\w*[.(]'
  multiline: true
  hits: ["    stock = await asyncio.wait_for(self.breaker.call(ask), 5)\n"]
innocent: "the call inside has a shorter timeout of its own"
lint: []
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
    await asyncio.Event().wait()  # the warehouse does not answer
    return 42


async def stock(breaker: Breaker) -> int:
    async with asyncio.timeout(LIMIT):
        return await breaker.call(ask_stock)  # BUG: cancelled in the breaker


# endregion


async def main() -> None:
    breaker = Breaker()
    calls = [stock(breaker) for _ in range(5)]
    outcomes = await asyncio.gather(*calls, return_exceptions=True)
    timeouts = sum(isinstance(outcome, TimeoutError) for outcome in outcomes)
    print(f"timeouts: {timeouts}, counted: {breaker.failed}")


asyncio.run(main())
