r"""A pool that outlives the coroutine lets a cancelled coroutine go at once.

---
expect:
  metrics:
    frozen_share: "<= 0.4"
---
"""

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor

WORK = 0.3  # seconds one invoice takes
begun = threading.Event()
done = threading.Event()


def draw_invoice(order: str) -> str:
    begun.set()
    time.sleep(WORK)
    done.set()
    return f"invoice of {order}"


async def heartbeat(gaps: list[float]) -> None:
    while True:
        before = time.perf_counter()
        await asyncio.sleep(0.005)
        gaps.append(time.perf_counter() - before)


async def main(pool: ThreadPoolExecutor) -> None:
    gaps: list[float] = []
    heart = asyncio.create_task(heartbeat(gaps))
    request = asyncio.create_task(invoice("order 7", pool))
    while not begun.is_set():
        await asyncio.sleep(0.001)
    started = time.perf_counter()
    request.cancel()  # the customer closes the page
    while not done.is_set():
        await asyncio.sleep(0.001)
    worked = time.perf_counter() - started
    await asyncio.sleep(0.01)  # the next beat notes the gap
    heart.cancel()
    await asyncio.wait([heart, request])
    print(f"metric frozen_share={max(gaps) / worked:.2f}")


# region snippet
async def invoice(order: str, pool: ThreadPoolExecutor) -> str:
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(pool, draw_invoice, order)


if __name__ == "__main__":
    with ThreadPoolExecutor() as pool:  # FIX: opened once, closed after the loop
        asyncio.run(main(pool))
# endregion
