r"""One lock for each key: only those who want the same thing wait.

---
expect:
  stdout: |
    rates: 5
  metrics:
    most_at_once: "== 5"
---
"""

import asyncio
from collections import defaultdict

running = most_at_once = 0


async def fetch(currency: str) -> float:
    global running, most_at_once
    running += 1
    most_at_once = max(most_at_once, running)
    await asyncio.sleep(0.001)  # the bank's answer
    running -= 1
    return 1.1


# region snippet
class Exchange:
    def __init__(self) -> None:
        self.rates: dict[str, float] = {}
        self.locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def rate(self, currency: str) -> float:
        async with self.locks[currency]:  # FIX: one lock for each currency
            if currency not in self.rates:
                self.rates[currency] = await fetch(currency)
            return self.rates[currency]


# endregion


async def main() -> None:
    exchange = Exchange()
    names = ("EUR", "USD", "JPY", "GBP", "CHF")
    await asyncio.gather(*(exchange.rate(name) for name in names))
    print("rates:", len(exchange.rates))


asyncio.run(main())
print(f"metric most_at_once={most_at_once}")
