r"""A statement prepared in every call is prepared again and again.

---
failure: silent
expect:
  metrics:
    round_trips_per_call: ">= 2"
requires: {packages: [asyncpg], servers: [postgresql]}
grep:
  pattern: '= await (self\.)?\w*(conn|connection|db)\w*\.prepare\([^\n]*\n([ \t]+[^\n]*\n){0,2}?[ \t]+[^\n]*\bawait \w+\.(fetch|execute)\w*\('
  multiline: true
innocent: "one connection runs the statement many times in the loop that follows"
symptom: [slow]
lint: []
corrects:
  - said: "prepare a statement in each call for better performance"
    instead: "plain fetch: each connection caches its statements; prepare by hand for a loop on one connection"
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
    statement = await connection.prepare(query)  # BUG: asks the server each time
    return await statement.fetchrow(sku)


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
