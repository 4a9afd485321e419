r"""An asynchronous engine lets the loop go on during a query.

---
expect:
  metrics:
    frozen_share: "<= 0.4"
requires: {packages: ["sqlalchemy[asyncio]>=2.0", "psycopg[binary]"], servers: [postgresql]}
---
"""

import asyncio
import os
import sys
import time

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

if "DATABASE_URL" not in os.environ:
    print(
        "set DATABASE_URL, or: scripts/run_examples.py sync-engine-in-coroutine",
        file=sys.stderr,
    )
    sys.exit(2)

URL = os.environ["DATABASE_URL"].replace("postgresql:", "postgresql+psycopg:")
WORK = 0.3  # seconds the query takes


# region snippet
async def report(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:  # FIX: waits in the loop
        await connection.execute(text(f"SELECT pg_sleep({WORK})"))


# endregion


async def longest_gap(stop: asyncio.Event) -> float:
    longest, last = 0.0, time.perf_counter()
    while not stop.is_set():
        await asyncio.sleep(0.005)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return longest


async def main() -> None:
    engine = create_async_engine(URL)
    async with engine.connect():
        pass  # opens the connection
    stop = asyncio.Event()
    heartbeat = asyncio.create_task(longest_gap(stop))
    await asyncio.sleep(0)
    await report(engine)
    stop.set()
    print(f"metric frozen_share={await heartbeat / WORK:.2f}")
    await engine.dispose()


asyncio.run(main())
