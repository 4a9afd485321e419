r"""A thread waits for the database, and the loop stays with the other tasks.

---
expect:
  metrics:
    frozen_share: "<= 0.4"
---
"""

import asyncio
import contextlib
import sqlite3
import threading
import time

FILE = "stock.db"
LOCKED = 0.2  # seconds that another connection holds the file


# region snippet
def insert(sku: str) -> None:
    with contextlib.closing(sqlite3.connect(FILE)) as stock:
        with stock:
            stock.execute("INSERT INTO booked VALUES (?)", [sku])


async def book(sku: str) -> None:
    await asyncio.to_thread(insert, sku)  # FIX: a thread waits, from open to close


# endregion


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
    await book("lamp")
    worked = time.perf_counter() - started
    await asyncio.sleep(0.01)  # the next beat notes the gap
    heart.cancel()
    await asyncio.wait([heart])
    print(f"metric frozen_share={max(gaps) / worked:.2f}")


other = sqlite3.connect(FILE, check_same_thread=False, isolation_level=None)
other.execute("CREATE TABLE IF NOT EXISTS booked (sku TEXT)")
other.execute("BEGIN EXCLUSIVE")
release = threading.Timer(LOCKED, other.execute, ["COMMIT"])
release.start()
asyncio.run(main())
release.join()
other.close()
