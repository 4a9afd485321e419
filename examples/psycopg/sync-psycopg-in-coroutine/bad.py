r"""psycopg.connect and its cursors wait for the server without the loop.

---
failure: blocks-loop
expect:
  metrics:
    frozen_share: ">= 0.8"
requires: {packages: ["psycopg[binary]>=3.2"], servers: [postgresql]}
grep: '\bpsycopg2?\.(Connection\.)?connect\('
innocent: "a program without an event loop, or a function that runs in a thread"
symptom: [frozen, slow-under-load]
lint: []
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
    with psycopg.connect(uri) as connection:  # BUG: freezes the loop
        connection.execute("SELECT pg_sleep(%s)", [WORK])


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
