r"""Slow calls have a pool of their own, and the default pool stays free.

---
expect:
  stdout: |
    40 reports under way
    host found: True
---
"""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

archive = threading.Event()  # set when the archive answers


# region snippet
def read_report(month: int) -> str:
    archive.wait()  # a slow server
    return f"report {month}"


async def main(pool: ThreadPoolExecutor) -> None:
    loop = asyncio.get_running_loop()
    reports = [
        loop.run_in_executor(pool, read_report, n)  # FIX: a pool for this server
        for n in range(40)
    ]
    print(len(reports), "reports under way")
    found = await loop.getaddrinfo("localhost", 443)  # as every connect does
    print("host found:", len(found) > 0)
    archive.set()
    await asyncio.wait(reports)


with ThreadPoolExecutor(max_workers=4, thread_name_prefix="archive") as pool:
    asyncio.run(main(pool))
# endregion
