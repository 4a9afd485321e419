r"""A wait that suspends the coroutine leaves the loop to the other tasks.

---
expect:
  metrics:
    frozen_share: "<= 0.4"
---
"""

import asyncio
import time

DELAY = 0.2  # seconds between two polls of the order


# region snippet
async def poll_order() -> str:
    await asyncio.sleep(DELAY)  # FIX: suspends this task alone
    return "shipped"


# endregion


async def heartbeat(gaps: list[float]) -> None:
    while True:
        before = time.perf_counter()
        await asyncio.sleep(0.005)
        gaps.append(time.perf_counter() - before)


async def main() -> None:
    gaps: list[float] = []
    heart = asyncio.create_task(heartbeat(gaps))
    await asyncio.sleep(0)  # the heart begins to beat
    started = time.perf_counter()
    await poll_order()
    worked = time.perf_counter() - started
    await asyncio.sleep(0.01)  # the next beat notes the gap
    heart.cancel()
    await asyncio.wait([heart])
    print(f"metric frozen_share={max(gaps) / worked:.2f}")


asyncio.run(main())
