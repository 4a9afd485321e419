r"""The queries of one connection of psycopg wait for one another.

---
failure: silent
expect:
  metrics:
    times_of_one_query: ">= 3"
requires: {packages: ["psycopg[binary]>=3.2", "psycopg-pool>=3.2"], servers: [postgresql]}
grep: {none: "a gather or a task group over a connection (self.conn) that all of its tasks use"}
symptom: [slow, slow-under-load]
lint: []
---
"""

import asyncio
import os
import sys
import time

from psycopg_pool import AsyncConnectionPool

if "DATABASE_URL" not in os.environ:
    print(
        "set DATABASE_URL, or: scripts/run_examples.py queries-queued-on-one-connection",
        file=sys.stderr,
    )
    sys.exit(2)


WORK = 0.15  # seconds one query takes
SLOW = f"SELECT pg_sleep({WORK})"


# region snippet
async def report(pool: AsyncConnectionPool) -> None:
    async with pool.connection() as connection:
        async with asyncio.TaskGroup() as group:  # BUG: one connection, one by one
            for _ in range(4):
                group.create_task(connection.execute(SLOW))


# endregion


async def main() -> None:
    uri = os.environ["DATABASE_URL"]
    async with AsyncConnectionPool(uri, min_size=4, open=False) as pool:
        await pool.wait()
        start = time.perf_counter()
        await report(pool)
        print(f"metric times_of_one_query={(time.perf_counter() - start) / WORK:.1f}")


asyncio.run(main())
