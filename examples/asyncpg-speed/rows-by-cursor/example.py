r"""A cursor reads a large result in portions, inside a transaction.

---
expect:
  stdout: |
    exported 120 orders
    outside: cursor cannot be created outside of a transaction
requires: {packages: [asyncpg], servers: [postgresql]}
---
"""

import asyncio
import os
import sys

import asyncpg

if "DATABASE_URL" not in os.environ:
    print(
        "set DATABASE_URL, or: scripts/run_examples.py rows-by-cursor", file=sys.stderr
    )
    sys.exit(2)


# region snippet
async def export(connection: asyncpg.pool.PoolConnectionProxy) -> int:
    exported = 0
    async for _ in connection.cursor("SELECT generate_series(1, 120)", prefetch=50):
        exported += 1
    return exported


async def export_all(pool: asyncpg.Pool) -> None:
    async with pool.acquire() as connection:
        async with connection.transaction():
            print("exported", await export(connection), "orders")
        try:
            await export(connection)
        except asyncpg.NoActiveSQLTransactionError as refused:
            print("outside:", refused)


# endregion


async def main() -> None:
    uri = os.environ["DATABASE_URL"]
    async with asyncpg.create_pool(uri, min_size=1, max_size=1) as pool:
        await export_all(pool)


asyncio.run(main())
