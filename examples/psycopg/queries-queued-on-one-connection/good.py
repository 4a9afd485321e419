r"""A connection of the pool for each query lets them run at once.

---
expect:
  metrics:
    times_of_one_query: "<= 2"
requires: {packages: ["psycopg[binary]>=3.2", "psycopg-pool>=3.2"], servers: [postgresql]}
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
    async def ask() -> None:
        async with pool.connection() as connection:  # FIX: a connection for each
            await connection.execute(SLOW)

    async with asyncio.TaskGroup() as group:
        for _ in range(4):
            group.create_task(ask())


# endregion


async def main() -> None:
    uri = os.environ["DATABASE_URL"]
    async with AsyncConnectionPool(uri, min_size=4, open=False) as pool:
        await pool.wait()
        start = time.perf_counter()
        await report(pool)
        print(f"metric times_of_one_query={(time.perf_counter() - start) / WORK:.1f}")


asyncio.run(main())
