r"""A token bucket as large as the limit lets almost twice the limit into one window.

---
failure: silent
symptom: [over-limit]
expect:
  stdout: |
    40 calls
  metrics:
    starts_in_window: ">= 13"
grep:
  - '(?i)\w*(tokens|allowance) = min\(|\bmin\([^\n]*(tokens|allowance)\b'
  - pattern: '\bAsyncLimiter\(\s*([2-9]|1\d|\w*[A-Za-z_]\w*)'
    hits: ["limiter = AsyncLimiter(10, 1)"]
innocent: "the provider itself counts with a bucket of this size, or the limit has room"
lint: []
---
"""

import asyncio
import time

WINDOW = 0.1  # seconds; in it the provider allows 10 calls
starts: list[float] = []


# region snippet
class RateLimiter:
    def __init__(self, calls: int, seconds: float) -> None:
        self.calls, self.seconds = calls, seconds
        self.tokens, self.counted_at = float(calls), time.monotonic()
        self.turn = asyncio.Lock()

    async def start(self) -> None:
        async with self.turn:
            while not self.take():
                await asyncio.sleep(self.seconds / self.calls)

    def take(self) -> bool:
        now = time.monotonic()
        new = (now - self.counted_at) * self.calls / self.seconds
        self.tokens = min(self.calls, self.tokens + new)  # BUG: full and refilling
        self.counted_at = now
        if self.tokens < 1:
            return False
        self.tokens -= 1
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
