r"""A slot that comes back a window later bounds calls per second.

---
expect:
  stdout: |
    10 of 10 answered
  metrics:
    starts_in_window: "<= 2"
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
class RateLimiter:
    def __init__(self, calls: int, seconds: float) -> None:
        self.seconds = seconds
        self.slots = asyncio.Semaphore(calls)

    async def __aenter__(self) -> None:
        await self.slots.acquire()

    async def __aexit__(self, *failure: object) -> None:
        loop = asyncio.get_running_loop()
        loop.call_later(self.seconds, self.slots.release)


async def send(text: str, rate: RateLimiter) -> str:
    async with rate:
        return await deliver(text)


async def main() -> None:
    rate = RateLimiter(2, WINDOW)  # FIX: a slot counts for a window
    answers = await asyncio.gather(*(send(f"message {n}", rate) for n in range(10)))
    print(f"{answers.count('ok')} of {len(answers)} answered")


# endregion


asyncio.run(main())
windows = [[t for t in starts if first <= t < first + WINDOW] for first in starts]
print(f"metric starts_in_window={max(map(len, windows))}")
