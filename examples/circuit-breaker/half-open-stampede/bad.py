r"""When the pause of a breaker ends, every waiting caller tries the weak service at once.

---
failure: silent
symptom: [over-limit]
expect:
  stdout: |
    refused at once: 0
  metrics:
    probes: "== 10"
grep: {none: "a breaker that compares a time, then awaits the call, and changes its state after it"}
lint: []
---
"""

import asyncio
from collections.abc import Awaitable, Callable

now, probes = 0.0, 0


class OpenError(Exception):
    pass


async def ask() -> None:
    global probes
    probes += 1
    await asyncio.sleep(0)  # the service is slow
    raise ConnectionError("still down")


# region snippet
class Breaker:
    PAUSE = 30.0  # seconds

    def __init__(self) -> None:
        self.opened_at: float | None = None

    async def call(self, ask: Callable[[], Awaitable[None]]) -> None:
        if self.opened_at is not None and now - self.opened_at < self.PAUSE:
            raise OpenError
        try:  # BUG: after the pause all callers come through
            await ask()
        except ConnectionError:
            self.opened_at = now
            raise
        self.opened_at = None


# endregion


async def main() -> None:
    global now, probes
    breaker = Breaker()
    await asyncio.gather(breaker.call(ask), return_exceptions=True)
    now, probes = 31.0, 0
    calls = [breaker.call(ask) for _ in range(10)]
    outcomes = await asyncio.gather(*calls, return_exceptions=True)
    print("refused at once:", sum(isinstance(o, OpenError) for o in outcomes))
    print(f"metric probes={probes}")


asyncio.run(main())
