r"""A lock held over a remote call makes all callers wait in line.

---
failure: silent
symptom: [slow, slow-under-load]
expect:
  metrics:
    most_at_once: "== 1"
grep:
  pattern: 'async with [\w.]*(lock|mutex)\w*:[^\n]*\n(\s+if [^\n]*\n)?\s+(return|[\w.\[\]]+ =) await [^\n]*(get|fetch|load|query|request|post|read)\w*\('
  multiline: true
  hits:
    - "        async with self._lock:\n            return await self.session.get(url)\n"
innocent: "what is called takes one caller at a time (a connection), or that is meant"
lint: []
---
"""

import asyncio

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
        self.lock = asyncio.Lock()

    async def rate(self, currency: str) -> float:
        async with self.lock:  # BUG: one call at a time, whatever the key
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
