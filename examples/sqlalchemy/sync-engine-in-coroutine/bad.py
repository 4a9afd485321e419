r"""A synchronous engine in a coroutine freezes the loop for each query.

---
failure: blocks-loop
expect:
  metrics:
    frozen_share: ">= 0.8"
requires: {packages: ["sqlalchemy[asyncio]>=2.0", "psycopg[binary]"], servers: [postgresql]}
grep:
  pattern: 'async def [^\n]*\n([ \t]+[^\n]*\n){0,6}?[ \t]+with [\w.]*([eE]ngine|[sS]ession)\w*(\.begin|\.connect)?\('
  multiline: true
  hits: ["async def total(db) -> int:\n    with SessionLocal() as session:"]
innocent: "the with stands in a plain function that runs in a thread; another library's session"
symptom: [frozen, slow-under-load]
lint: []
---
"""

import asyncio
import os
import sys
import time

from sqlalchemy import Engine, create_engine, text

if "DATABASE_URL" not in os.environ:
    print(
        "set DATABASE_URL, or: scripts/run_examples.py sync-engine-in-coroutine",
        file=sys.stderr,
    )
    sys.exit(2)

URL = os.environ["DATABASE_URL"].replace("postgresql:", "postgresql+psycopg:")
WORK = 0.3  # seconds the query takes


# region snippet
async def report(engine: Engine) -> None:
    with engine.connect() as connection:  # BUG: waits without the loop
        connection.execute(text(f"SELECT pg_sleep({WORK})"))


# endregion


async def longest_gap(stop: asyncio.Event) -> float:
    longest, last = 0.0, time.perf_counter()
    while not stop.is_set():
        await asyncio.sleep(0.005)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return longest


async def main() -> None:
    engine = create_engine(URL)
    with engine.connect():
        pass  # opens the connection
    stop = asyncio.Event()
    heartbeat = asyncio.create_task(longest_gap(stop))
    await asyncio.sleep(0)
    await report(engine)
    stop.set()
    print(f"metric frozen_share={await heartbeat / WORK:.2f}")
    engine.dispose()


asyncio.run(main())
