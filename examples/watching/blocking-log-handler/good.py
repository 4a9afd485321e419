r"""A QueueHandler only puts the record into a queue; a thread hands it on.

---
expect:
  metrics:
    frozen_share: "<= 0.4"
---
"""

import asyncio
import logging
import logging.handlers
import queue
import time

gaps: list[float] = []


async def beat() -> None:
    last = time.perf_counter()
    while True:
        await asyncio.sleep(0.005)
        now = time.perf_counter()
        gaps.append(now - last)
        last = now


# region snippet
class SlowHTTPHandler(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        time.sleep(0.3)  # waits for the collector, as logging's HTTPHandler does


log = logging.getLogger("shop")
records: queue.SimpleQueue[logging.LogRecord] = queue.SimpleQueue()
log.addHandler(logging.handlers.QueueHandler(records))  # FIX: only stores it
listener = logging.handlers.QueueListener(records, SlowHTTPHandler())
listener.start()


async def check_out(order: str) -> None:
    log.error("%s: card refused", order)


# endregion


async def main() -> None:
    heart = asyncio.create_task(beat())
    await asyncio.sleep(0.02)
    gaps.clear()
    await check_out("order-7")
    await asyncio.sleep(0.02)
    print(f"metric frozen_share={max(gaps) / 0.3:.2f}")
    heart.cancel()


asyncio.run(main())
listener.stop()  # hands on what is left
