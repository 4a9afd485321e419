r"""A pool that opens as it is made needs a running loop, which an import lacks.

---
failure: exception
expect:
  exit: 1
  stderr: ["RuntimeError: AsyncConnectionPool open with no running loop"]
requires: {packages: ["psycopg[binary]>=3.2", "psycopg-pool>=3.2"], servers: [postgresql]}
grep:
  pattern: '^\w+( *:[^=\n]+)? *= *(\w+\.)?AsyncConnectionPool\(([^()o]|o[^p]|\([^()]*\))*\)'
  multiline: true
  hits: ["pool: AsyncConnectionPool = AsyncConnectionPool(conninfo=os.getenv('DSN'), max_size=20)"]
innocent: "it stands in a coroutine of a notebook, or open=False hides behind **settings"
lint: []
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
pool = AsyncConnectionPool(os.environ["DATABASE_URL"])  # BUG: opens at import


async def main() -> None:
    async with pool, pool.connection() as connection:
        cursor = await connection.execute("SELECT 3")
        print("orders:", *(await cursor.fetchone() or ()))


# endregion

asyncio.run(main())
