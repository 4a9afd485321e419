r"""One connection serves the whole of a task, passed on to what it calls.

---
expect:
  stdout: ["lamp 4", "chair 5"]
requires: {packages: [asyncpg], servers: [postgresql]}
---
"""

import asyncio
import os
import sys

import asyncpg

if "DATABASE_URL" not in os.environ:
    print(
        "set DATABASE_URL, or: scripts/run_examples.py nested-acquire", file=sys.stderr
    )
    sys.exit(2)


# region snippet
async def stock_of(connection: asyncpg.pool.PoolConnectionProxy, sku: str) -> int:
    return int(await connection.fetchval("SELECT length($1)", sku))


async def order(pool: asyncpg.Pool, sku: str, both: asyncio.Barrier) -> None:
    async with pool.acquire() as connection:
        await both.wait()  # under load: every request has its first connection
        print("ordering", sku)
        print(sku, await stock_of(connection, sku))  # FIX: the one it has


async def serve(pool: asyncpg.Pool) -> None:
    both = asyncio.Barrier(2)
    async with asyncio.TaskGroup() as group:
        for sku in ("lamp", "chair"):
            group.create_task(order(pool, sku, both))


# endregion


async def main() -> None:
    pool = asyncpg.create_pool(os.environ["DATABASE_URL"], min_size=2, max_size=2)
    async with pool:
        await serve(pool)


asyncio.run(main())
