r"""The pool lends a connection to each of the queries.

---
expect:
  stdout: |
    orders: 3, returns: 1
requires: {packages: [asyncpg], servers: [postgresql]}
---
"""

import asyncio
import os
import sys

import asyncpg

if "DATABASE_URL" not in os.environ:
    print(
        "set DATABASE_URL, or: scripts/run_examples.py queries-on-one-connection",
        file=sys.stderr,
    )
    sys.exit(2)


ORDERS, RETURNS = "SELECT 3", "SELECT 1"


# region snippet
async def show_counts(pool: asyncpg.Pool) -> None:
    orders, returns = await asyncio.gather(
        pool.fetchval(ORDERS),
        pool.fetchval(RETURNS),  # FIX: takes another connection
    )
    print(f"orders: {orders}, returns: {returns}")


# endregion


async def main() -> None:
    uri = os.environ["DATABASE_URL"]
    async with asyncpg.create_pool(uri, min_size=2, max_size=2) as pool:
        await show_counts(pool)


asyncio.run(main())
