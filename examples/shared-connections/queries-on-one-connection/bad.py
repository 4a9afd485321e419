r"""A connection of asyncpg refuses a query while another one is under way.

---
failure: exception
expect:
  exit: 1
  stderr: ["asyncpg.exceptions._base.InterfaceError: cannot perform operation: another operation is in progress"]
requires: {packages: [asyncpg], servers: [postgresql]}
grep:
  pattern: '\bgather\(\s*\*?\[?\s*(self\.)?_?(conn|connection|cursor|cur|tx)\.(fetch|execute)\w*\('
  multiline: true
  hits: ["    users, posts = await asyncio.gather(conn.fetch(USERS), conn.fetch(POSTS))", "    await asyncio.gather(*[conn.fetchval(query) for query in QUERIES])"]
innocent: "psycopg (correct, one at a time); a client that multiplexes"
lint: []
corrects:
  - said: "gather three queries on one connection to run them at once"
    instead: "gather over the pool's own fetch: each query gets a connection"
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
    async with pool.acquire() as connection:
        orders, returns = await asyncio.gather(
            connection.fetchval(ORDERS),
            connection.fetchval(RETURNS),  # BUG: the connection is busy
        )
    print(f"orders: {orders}, returns: {returns}")


# endregion


async def main() -> None:
    uri = os.environ["DATABASE_URL"]
    async with asyncpg.create_pool(uri, min_size=2, max_size=2) as pool:
        await show_counts(pool)


asyncio.run(main())
