r"""A breaker refuses calls after failures, and lets one probe through after a pause.

---
expect:
  stdout: |
    0 s: ConnectionError
    1 s: ConnectionError
    2 s: OpenError
    31 s: ConnectionError
    32 s: OpenError
    62 s: stock 42
    63 s: stock 42
---
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


# region snippet
class OpenError(Exception):
    pass


class Breaker:
    def __init__(
        self, failures: int, pause: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.failures, self.pause, self.clock = failures, pause, clock
        self.failed, self.probe_at = 0, 0.0

    async def call(self, ask: Callable[[], Awaitable[T]]) -> T:
        probes = self.failed >= self.failures
        if probes:
            if self.clock() < self.probe_at:
                raise OpenError
            self.probe_at = self.clock() + self.pause  # this caller alone probes
        try:
            answer = await ask()
        except (ConnectionError, TimeoutError):  # what shows that it is down
            self.failed += 1
            self.probe_at = self.clock() + self.pause
            raise
        if probes or self.failed < self.failures:  # no call from before the outage
            self.failed = 0
        return answer


# endregion


async def main() -> None:
    now = 0.0

    async def ask() -> str:
        await asyncio.sleep(0)  # the warehouse's answer
        if now < 60:
            raise ConnectionError
        return "stock 42"

    breaker = Breaker(2, 30, clock=lambda: now)
    for now in (0, 1, 2, 31, 32, 62, 63):
        try:
            print(f"{now} s:", await breaker.call(ask))
        except (ConnectionError, OpenError) as failure:
            print(f"{now} s:", type(failure).__name__)


asyncio.run(main())
