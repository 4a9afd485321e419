r"""A rate limiter lets at most so many calls start in any window of time.

---
expect:
  metrics:
    started: "== 10"
    worst_window: "<= 3"
lint: [ruff:ASYNC110]
---
"""

import asyncio
from collections import deque

WINDOW = 0.05  # seconds; in it the provider allows 3 calls


# region snippet
class RateLimiter:
    def __init__(self, calls: int, seconds: float) -> None:
        self.seconds = seconds
        self.latest: deque[float] = deque(maxlen=calls)  # when the last calls started
        self.turn = asyncio.Lock()

    async def start(self) -> float:
        loop = asyncio.get_running_loop()
        async with self.turn:  # in order of arrival
            if len(self.latest) == self.latest.maxlen:
                free_at = self.latest[0] + self.seconds
                while (wait := free_at - loop.time()) > 0:  # a timer may be early
                    await asyncio.sleep(wait)
            self.latest.append(loop.time())
            return self.latest[-1]


async def call(limiter: RateLimiter, starts: list[float]) -> None:
    starts.append(await limiter.start())
    await asyncio.sleep(0)  # the call itself


# endregion


async def main() -> None:
    limiter, starts = RateLimiter(3, WINDOW), list[float]()
    calls = [asyncio.create_task(call(limiter, starts)) for _ in range(14)]
    await asyncio.sleep(0)  # three have started, one waits for its time, ten for it
    for caller in calls[3:7]:
        caller.cancel()
    await asyncio.wait(calls)
    windows = [[t for t in starts if first <= t < first + WINDOW] for first in starts]
    print(f"metric started={len(starts)}")
    print(f"metric worst_window={max(map(len, windows))}")


asyncio.run(main())
