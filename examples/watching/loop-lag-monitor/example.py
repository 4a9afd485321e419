r"""A task that measures how late its own sleep ends finds a blocked event loop.

---
expect:
  metrics:
    lag_share_while_free: "<= 0.6"
    lag_share_while_blocked: ">= 0.8"
---
"""

import asyncio
import time
from collections.abc import Callable

WORK = 0.3  # seconds that one report takes


# region snippet
async def watch_lag(report: Callable[[float], None], interval: float = 0.01) -> None:
    loop = asyncio.get_running_loop()
    while True:
        due = loop.time() + interval
        await asyncio.sleep(interval)
        report(loop.time() - due)  # seconds for which the loop ran something else


# endregion


def write_report() -> None:
    time.sleep(WORK)  # a blocking call, below the coroutine that makes it


async def main() -> None:
    lags: list[float] = []
    watch = asyncio.create_task(watch_lag(lags.append))
    started = time.perf_counter()
    await asyncio.to_thread(write_report)
    worked = time.perf_counter() - started
    print(f"metric lag_share_while_free={max(lags) / worked:.2f}")
    lags.clear()
    started = time.perf_counter()
    write_report()
    worked = time.perf_counter() - started
    await asyncio.sleep(0.02)  # the watch wakes and reports
    print(f"metric lag_share_while_blocked={max(lags) / worked:.2f}")
    watch.cancel()
    await asyncio.wait([watch])


asyncio.run(main())
