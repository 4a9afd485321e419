r"""A handler around the block of asyncio.timeout catches its TimeoutError.

---
expect:
  stdout: |
    rate: 1.0
---
"""

import asyncio

LIMIT = 0.02  # seconds for the rate of the day


async def fetch_rate(currency: str) -> float:
    await asyncio.Event().wait()  # the bank never answers
    return 1.1


# region snippet
async def rate(currency: str) -> float:
    try:
        async with asyncio.timeout(LIMIT):
            return await fetch_rate(currency)
    except TimeoutError:  # FIX: out here the deadline is a TimeoutError
        return 1.0


# endregion


async def main() -> None:
    print("rate:", await rate("EUR"))


asyncio.run(main())
