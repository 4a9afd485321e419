r"""A plain fetch finds its statement in the cache of the connection.

---
expect:
  metrics:
    round_trips_per_call: "== 1"
requires: {packages: [asyncpg], servers: [postgresql]}
---
"""

import asyncio
import os
import sys
import types
from collections.abc import Coroutine, Generator
from typing import Any

import asyncpg

if "DATABASE_URL" not in os.environ:
    print(
        "set DATABASE_URL, or: scripts/run_examples.py prepare-in-every-call",
        file=sys.stderr,
    )
    sys.exit(2)


CALLS = 10


# region snippet
async def find_price(connection: asyncpg.Connection, sku: str) -> asyncpg.Record | None:
    query = "SELECT price FROM prices WHERE sku = $1"
    return await connection.fetchrow(query, sku)  # FIX: prepared once, then cached


# endregion


async def find_all(connection: asyncpg.Connection) -> None:
    for _ in range(CALLS):
        await find_price(connection, "lamp")


@types.coroutine
def count_waits(work: Coroutine[Any, Any, None]) -> Generator[Any, Any, int]:
    waits, steps = 0, work.__await__()
    while True:
        try:
            future = next(steps)
        except StopIteration:
            return waits
        waits += 1
        yield future


async def main() -> None:
    connection = await asyncpg.connect(os.environ["DATABASE_URL"])
    try:
        await connection.execute("CREATE TEMP TABLE prices (sku text, price int)")
        await find_price(connection, "lamp")
        waits = await count_waits(find_all(connection))
        print(f"metric round_trips_per_call={waits / CALLS}")
    finally:
        await connection.close()


asyncio.run(main())
