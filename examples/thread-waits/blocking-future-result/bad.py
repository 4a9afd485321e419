r"""Waiting for a thread with result() stops the loop for as long as the thread works.

---
failure: blocks-loop
expect:
  metrics:
    frozen_share: ">= 0.8"
symptom: [frozen]
grep:
  - pattern: '^[ \t]*(return |await |\w[\w, ]* = )?[\w.]+\.submit\([^\n]*\)\.result\('
    multiline: true
  - pattern: '\bfutures\.(wait|as_completed)\('
    hits:
      - "done, _ = concurrent.futures.wait(jobs)"
      - "for job in futures.as_completed(jobs):"
  - pattern: '\b\w*[tT]hread\w*\.join\('
    hits:
      - "self._thread.join()"
      - "worker_thread.join(timeout=5)"
innocent: "it stands in a plain function that runs in a thread, or after the loop has ended"
lint: []
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
    return pool.submit(draw_invoice, order).result()  # BUG: blocks the loop's thread


# endregion


asyncio.run(main())
