r"""A lock held while a network answers lets one caller at a time through.

---
failure: silent
symptom: [slow-under-load]
expect:
  stdout: |
    rates: 5
  metrics:
    most_at_once: "== 1"
grep:
  - pattern: '^[ \t]*async with [\w.]*lock\w*:[^\n]*\n([ \t]+[^\n]*\n){0,3}?[ \t]+[^\n]*\bawait ([^\n]*(fetch|request|download|\bhttp)|[\w.]*(client|session)\.(get|post|put|patch|delete|head|send|stream|invoke|execute|query|call)\w*\()'
    multiline: true
    hits:
      - "        async with self._lock:\n            response = await self.session.get(url)\n"
innocent: "the call must not run twice at once for any two callers, as the refresh of one token"
lint: []
marks:
  - pattern: 'async with [^\n]*\b\w*(lock|sem|cond)\w*'
    ask: "what waits inside? is what was read still true after it?"
---
"""

import asyncio

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
        self.lock = asyncio.Lock()

    async def rate(self, currency: str) -> float:
        async with self.lock:  # BUG: all currencies wait for this one
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
