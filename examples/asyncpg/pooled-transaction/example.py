r"""A pool lends a connection; a transaction on it commits, or takes all back.

---
expect:
  stdout: |
    lamp ordered
    refused: stock_left_check
    left: 1, orders: 1
requires: {packages: [asyncpg], servers: [postgresql]}
---
"""

import asyncio
import os
import sys

import asyncpg

if "DATABASE_URL" not in os.environ:
    print(
        "set DATABASE_URL, or: scripts/run_examples.py pooled-transaction",
        file=sys.stderr,
    )
    sys.exit(2)


# region snippet
async def order(pool: asyncpg.Pool, sku: str, count: int) -> None:
    async with pool.acquire() as connection, connection.transaction():
        await connection.execute("INSERT INTO orders VALUES ($1, $2)", sku, count)
        await connection.execute(
            "UPDATE stock SET count = count - $2 WHERE sku = $1", sku, count
        )
    print(sku, "ordered")


async def sell(pool: asyncpg.Pool) -> None:
    await order(pool, "lamp", 2)
    try:
        await order(pool, "lamp", 2)
    except asyncpg.CheckViolationError as refused:
        print("refused:", refused.constraint_name)


# endregion


SCHEMA = f"shop_{os.getpid()}"
TABLES = f"""
CREATE SCHEMA {SCHEMA};
CREATE TABLE {SCHEMA}.orders (sku text, count int);
CREATE TABLE {SCHEMA}.stock (
    sku text, count int CONSTRAINT stock_left_check CHECK (count >= 0)
);
INSERT INTO {SCHEMA}.stock VALUES ('lamp', 3);
"""


async def main() -> None:
    settings = {"search_path": SCHEMA}
    uri = os.environ["DATABASE_URL"]
    async with asyncpg.create_pool(
        uri, min_size=1, max_size=2, server_settings=settings
    ) as pool:
        await pool.execute(TABLES)
        try:
            await sell(pool)
            left = await pool.fetchval("SELECT count FROM stock")
            orders = await pool.fetchval("SELECT count(*) FROM orders")
            print(f"left: {left}, orders: {orders}")
        finally:
            await pool.execute(f"DROP SCHEMA {SCHEMA} CASCADE")


asyncio.run(main())
