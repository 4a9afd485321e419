r"""An AsyncConnection lets the loop go on while the server works.

---
expect:
  metrics:
    frozen_share: "<= 0.4"
requires: {packages: ["psycopg[binary]>=3.2"], servers: [postgresql]}
---
"""

import asyncio
import os
import sys
import time

import psycopg

if "DATABASE_URL" not in os.environ:
    print(
        "set DATABASE_URL, or: scripts/run_examples.py sync-psycopg-in-coroutine",
        file=sys.stderr,
    )
    sys.exit(2)


WORK = 0.3  # seconds the query takes


# region snippet
async def report(uri: str) -> None:
    async with await psycopg.AsyncConnection.connect(uri) as connection:  # FIX: async
        await connection.execute("SELECT pg_sleep(%s)", [WORK])


# endregion


async def longest_gap(stop: asyncio.Event) -> float:
    longest, last = 0.0, time.perf_counter()
    while not stop.is_set():
        await asyncio.sleep(0.005)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return longest


async def main() -> None:
    stop = asyncio.Event()
    heartbeat = asyncio.create_task(longest_gap(stop))
    await asyncio.sleep(0)
    await report(os.environ["DATABASE_URL"])
    stop.set()
    print(f"metric frozen_share={await heartbeat / WORK:.2f}")


asyncio.run(main())
