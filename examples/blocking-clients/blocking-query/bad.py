r"""A query of a synchronous database driver freezes every other task.

---
failure: blocks-loop
expect:
  metrics:
    frozen_share: ">= 0.8"
symptom: [frozen, slow-under-load]
grep:
  - pattern: 'async def [^\n]*\n([ \t]+[^\n]*\n){0,12}?[^\n]*\b(sqlite3|psycopg2?|pymysql|MySQLdb|pyodbc|oracledb|connector)\.connect\('
    multiline: true
    hits:
      - "async def load(sku: str) -> int:\n    connection = psycopg2.connect(DSN)\n"
      - "async def load(sku: str) -> int:\n    with psycopg.connect(DSN) as connection:\n"
  - pattern: '\b(MongoClient|(boto3|session)\.(client|resource)|smtplib\.SMTP(_SSL)?|redis\.(Strict)?Redis(\.from_url)?|redis\.from_url)\('
    hits:
      - 'mongo = MongoClient(uri)'
      - 'bucket = boto3.resource("s3").Bucket("invoices")'
      - 'with smtplib.SMTP("mail.internal") as mail:'
      - 'cache = redis.Redis(host="cache")'
      - 'cache = redis.from_url(url)'
innocent: "redis is redis.asyncio, or only threads use the object"
lint: []
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
async def book(sku: str) -> None:
    with contextlib.closing(sqlite3.connect(FILE)) as stock:  # BUG: waits in C
        with stock:
            stock.execute("INSERT INTO booked VALUES (?)", [sku])


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
