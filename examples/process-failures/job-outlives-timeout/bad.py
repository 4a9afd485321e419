r"""A timeout ends the wait for a process pool; the worker works on.

---
failure: silent
expect:
  stdout: |
    customer is told: no report
    report sent: True
symptom: [not-stopped]
grep: {pattern: '\bwait_for\([^)]{0,120}\brun_in_executor\(', multiline: true}
innocent: "the job only computes, and its worker is not needed before it ends"
lint: []
---
"""

import asyncio
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

# region snippet
LIMIT = 0.3  # seconds the customer waits


def send_report(order: str) -> None:
    while not Path("printer-ready").exists():
        time.sleep(0.01)
    Path("sent").write_text(order)


async def report(pool: ProcessPoolExecutor) -> None:
    loop = asyncio.get_running_loop()
    try:
        await asyncio.wait_for(  # BUG: the worker is not told
            loop.run_in_executor(pool, send_report, "order 7"), LIMIT
        )
    except TimeoutError:
        print("customer is told: no report")


# endregion


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as pool:
        asyncio.run(report(pool))
        Path("printer-ready").touch()
    print("report sent:", Path("sent").exists())
