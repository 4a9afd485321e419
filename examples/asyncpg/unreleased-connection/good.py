r"""A block gives the connection back on every way out.

---
expect:
  stdout: |
    refused: division by zero
    price: 5
requires: {packages: [asyncpg], servers: [postgresql]}
---
"""

import asyncio
import os
import sys

import asyncpg

if "DATABASE_URL" not in os.environ:
    print(
        "set DATABASE_URL, or: scripts/run_examples.py unreleased-connection",
        file=sys.stderr,
    )
    sys.exit(2)


# region snippet
async def price(pool: asyncpg.Pool, total: int, pieces: int) -> int:
    async with pool.acquire() as connection:  # FIX: releases on every way out
        price = await connection.fetchval("SELECT $1::int / $2::int", total, pieces)
    return int(price)


# endregion


async def main() -> None:
    uri = os.environ["DATABASE_URL"]
    async with asyncpg.create_pool(uri, min_size=1, max_size=1) as pool:
        try:
            print("price:", await price(pool, 10, 0))
        except asyncpg.DivisionByZeroError as refused:
            print("refused:", refused)
        print("price:", await price(pool, 10, 2))


asyncio.run(main())
