r"""A connection that an error keeps from its release is lost to the pool.

---
failure: hang
expect:
  exit: timeout
  within: 0.5
  stdout: ["refused: division by zero"]
requires: {packages: [asyncpg], servers: [postgresql]}
grep:
  - pattern: '=\s*await [\w.]*[pP]ool\w*\.(acquire|getconn)\([^\n]*\n\s*([^\str]|t[^r\s]|r[^e\s])'
    multiline: true
innocent: "a try follows at once whose finally releases it"
symptom: [hang, slow-under-load, leak]
lint: []
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
    connection = await pool.acquire()  # BUG: an error skips the release
    price = await connection.fetchval("SELECT $1::int / $2::int", total, pieces)
    await pool.release(connection)
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
