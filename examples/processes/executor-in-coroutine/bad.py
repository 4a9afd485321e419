r"""Leaving a with block of an executor blocks the loop until its jobs end.

---
failure: blocks-loop
expect:
  metrics:
    frozen_share: ">= 0.8"
grep: {pattern: '^[ \t]+with [^\n]*PoolExecutor\([^\n]*\n([ \t]+[^\n]*\n){0,9}?[ \t]+[^\n]*\bawait\b', multiline: true}
symptom: [frozen]
innocent: "made and left outside any coroutine, or every job is awaited before the block ends"
lint: []
corrects:
  - said: "open a ProcessPoolExecutor in a with block inside the coroutine"
    instead: "create one pool for the program, outside the loop, and pass it in"
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


async def main() -> None:
    gaps: list[float] = []
    heart = asyncio.create_task(heartbeat(gaps))
    request = asyncio.create_task(invoice("order 7"))
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
async def invoice(order: str) -> str:
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor() as pool:  # BUG: its end waits in the loop's thread
        return await loop.run_in_executor(pool, draw_invoice, order)


if __name__ == "__main__":
    asyncio.run(main())
# endregion
