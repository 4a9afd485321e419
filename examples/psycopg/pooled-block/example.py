r"""The block of a pool commits at its end, or rolls back and lets the error out.

---
expect:
  stdout: |
    lamp ordered
    refused: CheckViolation
    orders: 1
requires: {packages: ["psycopg[binary]>=3.2", "psycopg-pool>=3.2"], servers: [postgresql]}
---
"""

import asyncio
import os
import sys

from psycopg.errors import CheckViolation
from psycopg_pool import AsyncConnectionPool

if "DATABASE_URL" not in os.environ:
    print("set DATABASE_URL, or: scripts/run_examples.py pooled-block", file=sys.stderr)
    sys.exit(2)


# region snippet
async def order(pool: AsyncConnectionPool, sku: str, pieces: int) -> None:
    async with pool.connection() as connection:
        query = "INSERT INTO orders VALUES (%s, %s)"
        await connection.execute(query, [sku, pieces])
    print(sku, "ordered")


async def main() -> None:
    uri = os.environ["DATABASE_URL"]
    pool: AsyncConnectionPool = AsyncConnectionPool(uri, min_size=1, open=False)
    async with pool:
        async with pool.connection() as connection:
            await connection.execute(
                "CREATE TEMP TABLE orders (sku text, pieces int CHECK (pieces > 0))"
            )
        await order(pool, "lamp", 2)
        try:
            await order(pool, "chair", 0)
        except CheckViolation as refused:
            print("refused:", type(refused).__name__)
        async with pool.connection() as connection:
            cursor = await connection.execute("SELECT count(*) FROM orders")
            print("orders:", *(await cursor.fetchone() or ()))


# endregion

asyncio.run(main())
