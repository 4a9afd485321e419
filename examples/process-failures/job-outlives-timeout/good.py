r"""A process of its own can be ended.

---
expect:
  stdout: |
    customer is told: no report
    report sent: False
---
"""

import asyncio
import multiprocessing
import time
from pathlib import Path

# region snippet
LIMIT = 0.3  # seconds the customer waits


def send_report(order: str) -> None:
    while not Path("printer-ready").exists():
        time.sleep(0.01)
    Path("sent").write_text(order)


async def report() -> None:
    spawn = multiprocessing.get_context("spawn")
    job = spawn.Process(target=send_report, args=("order 7",))
    job.start()
    try:
        await asyncio.to_thread(job.join, LIMIT)
        if job.exitcode != 0:  # None: still at work
            print("customer is told: no report")
    finally:
        job.kill()  # FIX: the process ends, and with it the work
        await asyncio.to_thread(job.join)


# endregion


if __name__ == "__main__":
    asyncio.run(report())
    Path("printer-ready").touch()
    print("report sent:", Path("sent").exists())
