r"""A block that begins with nothing open is the transaction, and commits.

---
expect:
  stdout: |
    lamp: ordered
    stored: 1
requires: {packages: ["psycopg[binary]>=3.2"], servers: [postgresql]}
---
"""

import asyncio
import os
import sys

from psycopg import AsyncConnection

if "DATABASE_URL" not in os.environ:
    print(
        "set DATABASE_URL, or: scripts/run_examples.py transaction-block-as-savepoint",
        file=sys.stderr,
    )
    sys.exit(2)


SCHEMA = f"shop_{os.getpid()}"


# region snippet
async def order(connection: AsyncConnection, sku: str) -> None:
    async with connection.transaction():  # FIX: the first thing on the connection
        await connection.execute("SELECT 7")  # how many are left
        await connection.execute(f"INSERT INTO {SCHEMA}.orders VALUES (%s)", [sku])
    print(f"{sku}: ordered")


async def serve(uri: str) -> None:
    connection = await AsyncConnection.connect(uri)
    try:
        await order(connection, "lamp")
    finally:
        await connection.close()


# endregion


async def main() -> None:
    uri = os.environ["DATABASE_URL"]
    async with await AsyncConnection.connect(uri, autocommit=True) as admin:
        await admin.execute(f"CREATE SCHEMA {SCHEMA}")
        try:
            await admin.execute(f"CREATE TABLE {SCHEMA}.orders (sku text)")
            await serve(uri)
            stored = await admin.execute(f"SELECT count(*) FROM {SCHEMA}.orders")
            print("stored:", *(await stored.fetchone() or ()))
        finally:
            await admin.execute(f"DROP SCHEMA {SCHEMA} CASCADE")


asyncio.run(main())
