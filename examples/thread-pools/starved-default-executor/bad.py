r"""Slow calls fill the default thread pool, and name lookups wait behind them.

---
failure: hang
expect:
  exit: timeout
  within: 0.5
  stdout: |
    40 reports under way
symptom: [slow-under-load]
grep:
  none: >-
    to_thread and run_in_executor(None, ...) in gather, task groups and request handlers, around calls without a time
    limit of their own
lint: []
---
"""

import asyncio
import threading

archive = threading.Event()  # set when the archive answers


# region snippet
def read_report(month: int) -> str:
    archive.wait()  # a slow server
    return f"report {month}"


async def main() -> None:
    loop = asyncio.get_running_loop()
    reports = [
        loop.run_in_executor(None, read_report, n)  # BUG: the pool of getaddrinfo
        for n in range(40)
    ]
    print(len(reports), "reports under way")
    found = await loop.getaddrinfo("localhost", 443)  # as every connect does
    print("host found:", len(found) > 0)
    archive.set()
    await asyncio.wait(reports)


asyncio.run(main())
# endregion
