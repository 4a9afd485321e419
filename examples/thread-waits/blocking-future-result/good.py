r"""wrap_future makes a future of the executor one that a coroutine can await.

---
expect:
  metrics:
    frozen_share: "<= 0.4"
---
"""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

WORK = 0.3  # seconds one invoice takes
pool = ThreadPoolExecutor()


def draw_invoice(order: str) -> str:
    time.sleep(WORK)
    return f"invoice of {order}"


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
    await invoice("order 7")
    worked = time.perf_counter() - started
    await asyncio.sleep(0.01)  # the next beat notes the gap
    heart.cancel()
    await asyncio.wait([heart])
    print(f"metric frozen_share={max(gaps) / worked:.2f}")


# region snippet
async def invoice(order: str) -> str:
    drawing = pool.submit(draw_invoice, order)
    return await asyncio.wrap_future(drawing)  # FIX: suspends until the thread is done


# endregion


asyncio.run(main())
