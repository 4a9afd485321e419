r"""A lock for each key keeps two callers of one key apart and no others.

---
expect:
  metrics:
    most_at_once: "== 3"
---
"""

import asyncio
from collections import defaultdict

running = most_at_once = 0


async def fetch(currency: str) -> float:
    global running, most_at_once
    running += 1
    most_at_once = max(most_at_once, running)
    await asyncio.sleep(0.01)  # the answer takes its time
    running -= 1
    return 1.1


# region snippet
class Rates:
    def __init__(self) -> None:
        self.known: dict[str, float] = {}
        self.locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def rate(self, currency: str) -> float:
        async with self.locks[currency]:  # FIX: callers of one key wait in line
            if currency not in self.known:
                self.known[currency] = await fetch(currency)
            return self.known[currency]


# endregion


async def main() -> None:
    rates = Rates()
    wanted = ["EUR", "NOK", "CHF", "EUR"]
    await asyncio.gather(*(rates.rate(each) for each in wanted))
    print(f"metric most_at_once={most_at_once}")


asyncio.run(main())
