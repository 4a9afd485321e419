r"""except TimeoutError inside an asyncio.timeout block misses the deadline.

---
failure: exception
expect:
  exit: 1
  stderr: ["asyncio.exceptions.CancelledError", "TimeoutError"]
grep:
  - pattern: '^[^#\n]*async with [^\n]*\btimeout(_at)?\([^\n]*\)[^\n]*:[^\n]*\n([ \t]+[^\n]*\n){0,3}?[ \t]+try:[^\n]*\n([ \t]+([^\se]|e[^x])[^\n]*\n){1,12}?[ \t]+except\b[^\n]*TimeoutError'
    multiline: true
innocent: "the handler is for a TimeoutError of the work itself or of an inner limit"
lint: []
---
"""

import asyncio

LIMIT = 0.02  # seconds for the rate of the day


async def fetch_rate(currency: str) -> float:
    await asyncio.Event().wait()  # the bank never answers
    return 1.1


# region snippet
async def rate(currency: str) -> float:
    async with asyncio.timeout(LIMIT):
        try:
            return await fetch_rate(currency)
        except TimeoutError:  # BUG: in here the deadline is a CancelledError
            return 1.0


# endregion


async def main() -> None:
    print("rate:", await rate("EUR"))


asyncio.run(main())
