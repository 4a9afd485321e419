r"""A log of the last starts holds every window of that length to the limit.

---
expect:
  stdout: |
    40 calls
  metrics:
    starts_in_window: "<= 10"
---
"""

import asyncio
import time
from collections import deque

WINDOW = 0.1  # seconds; in it the provider allows 10 calls
starts: list[float] = []


# region snippet
class RateLimiter:
    def __init__(self, calls: int, seconds: float) -> None:
        self.calls, self.seconds = calls, seconds
        self.latest: deque[float] = deque(maxlen=calls)  # the last starts
        self.turn = asyncio.Lock()

    async def start(self) -> None:
        async with self.turn:
            while not self.take():
                await asyncio.sleep(self.seconds / self.calls)

    def take(self) -> bool:
        now = time.monotonic()
        full = len(self.latest) == self.calls
        if full and now - self.latest[0] < self.seconds:  # FIX: looks back a window
            return False
        self.latest.append(now)
        starts.append(now)
        return True


# endregion


async def main() -> None:
    limiter = RateLimiter(10, WINDOW)
    await asyncio.gather(*(limiter.start() for _ in range(40)))
    print(len(starts), "calls")


asyncio.run(main())
windows = [[t for t in starts if first <= t < first + WINDOW] for first in starts]
print(f"metric starts_in_window={max(map(len, windows))}")
