r"""A semaphore bounds calls at once, not calls per second.

---
failure: silent
symptom: [over-limit]
expect:
  stdout: |
    10 of 10 answered
  metrics:
    starts_in_window: ">= 5"
grep:
  - '(?i)(rate|throttl|quota|per_?sec|per_?min|rps|qps|rpm)\w*[^\n]*=[ \t]*([\w.]+\.)?(Bounded)?Semaphore\('
  - pattern: '(?i)Semaphore\([^\n)]*(rate|per_?sec|per_?min|rps|qps|rpm)|def \w*(rate_?limit|throttl)\w*\([^\n]*semaphore'
    hits:
      - "    slots = asyncio.Semaphore(settings.max_rps)"
      - "async def rate_limited(url: str, semaphore: asyncio.Semaphore) -> str:"
innocent: "the provider limits calls at once, not calls per second"
lint: []
corrects:
  - said: "a semaphore limits the rate of the requests"
    instead: "a semaphore for calls at once, a rate limiter for calls per second"
---
"""

import asyncio
import time

WINDOW = 0.1  # seconds; in it the provider allows 2 calls
starts: list[float] = []


async def deliver(text: str) -> str:
    starts.append(time.monotonic())
    await asyncio.sleep(0)  # a quick provider
    return "ok"


# region snippet
async def send(text: str, rate: asyncio.Semaphore) -> str:
    async with rate:
        return await deliver(text)


async def main() -> None:
    rate = asyncio.Semaphore(2)  # BUG: calls at once, however many per second
    answers = await asyncio.gather(*(send(f"message {n}", rate) for n in range(10)))
    print(f"{answers.count('ok')} of {len(answers)} answered")


# endregion


asyncio.run(main())
windows = [[t for t in starts if first <= t < first + WINDOW] for first in starts]
print(f"metric starts_in_window={max(map(len, windows))}")
