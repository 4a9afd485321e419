r"""A statement that timed out has aborted the whole transaction.

---
failure: exception
expect:
  exit: 1
  stdout: ["lamp: no rate, list price"]
  stderr: ["InFailedSQLTransactionError: current transaction is aborted, commands ignored until end of transaction block"]
requires: {packages: [asyncpg], servers: [postgresql]}
grep:
  pattern: '\.(transaction|begin)\([^\n]*\)[^\n]*:[^\n]*\n([ \t]+[^\n]*\n){0,5}?[ \t]+async with [^\n]*\btimeout\([^()\n]*\):'
  multiline: true
innocent: "the timeout leaves the transaction's block too, or a savepoint is inside the timeout's try"
lint: []
---
"""

import asyncio
import os
import sys

import asyncpg

if "DATABASE_URL" not in os.environ:
    print(
        "set DATABASE_URL, or: scripts/run_examples.py timeout-inside-transaction",
        file=sys.stderr,
    )
    sys.exit(2)


SLOW_RATE = "SELECT 1.2 FROM pg_sleep(60)"


# region snippet
async def order(connection: asyncpg.Connection, sku: str) -> None:
    async with connection.transaction():
        rate = 1
        try:
            async with asyncio.timeout(0.05):  # BUG: an expiry aborts the transaction
                rate = await connection.fetchval(SLOW_RATE)
        except TimeoutError:
            print(f"{sku}: no rate, list price")
        await connection.execute("INSERT INTO orders VALUES ($1, $2)", sku, rate)


# endregion


async def main() -> None:
    connection = await asyncpg.connect(os.environ["DATABASE_URL"])
    try:
        await connection.execute("CREATE TEMP TABLE orders (sku text, rate int)")
        await order(connection, "lamp")
        print("orders:", await connection.fetchval("SELECT count(*) FROM orders"))
    finally:
        await connection.close()


asyncio.run(main())
