r"""A log handler that waits for a network or a disk stops the loop at each record.

---
failure: blocks-loop
expect:
  metrics:
    frozen_share: ">= 0.8"
grep:
  pattern: '(addHandler\(|\b\w+ = )[\w.]*(SMTP|HTTP|Socket|SysLog|Datagram)Handler\('
  hits: ["root.addHandler(logging.handlers.SMTPHandler(host, sender, to, subject))", "handler = HTTPHandler(host, url)"]
innocent: "it stands behind a QueueListener, or nothing async logs through it"
symptom: [frozen]
lint: []
---
"""

import asyncio
import logging
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
log.addHandler(SlowHTTPHandler())  # BUG: waits in the thread that logs


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
