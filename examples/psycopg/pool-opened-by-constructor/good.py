r"""A pool made closed is opened by the coroutine that also closes it.

---
expect:
  stdout: |
    orders: 3
requires: {packages: ["psycopg[binary]>=3.2", "psycopg-pool>=3.2"], servers: [postgresql]}
---
"""

import asyncio
import os
import sys

from psycopg_pool import AsyncConnectionPool

if "DATABASE_URL" not in os.environ:
    print(
        "set DATABASE_URL, or: scripts/run_examples.py pool-opened-by-constructor",
        file=sys.stderr,
    )
    sys.exit(2)


# region snippet
pool = AsyncConnectionPool(os.environ["DATABASE_URL"], open=False)  # FIX: made only


async def main() -> None:
    async with pool, pool.connection() as connection:
        cursor = await connection.execute("SELECT 3")
        print("orders:", *(await cursor.fetchone() or ()))


# endregion

asyncio.run(main())
