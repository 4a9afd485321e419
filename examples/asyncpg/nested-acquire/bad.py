r"""A task that holds a connection and asks for a second can wait for ever.

---
failure: hang
expect:
  exit: timeout
  within: 0.5
  stdout: ["ordering lamp", "ordering chair"]
requires: {packages: [asyncpg], servers: [postgresql]}
grep:
  pattern: '^[ \t]*async with [^\n]*\.acquire\([^\n]*:[^\n]*\n([ \t]+[^\n]*\n){0,8}?[ \t]+async with [^\n]*\.acquire\('
  multiline: true
innocent: "two different pools, which all callers take in the same order"
symptom: [hang, slow-under-load]
lint: []
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
        async with pool.acquire() as second:  # BUG: all wait for one another's
            print(sku, await stock_of(second, sku))


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
