r"""A batch sends all rows without waiting for an answer to each.

---
expect:
  metrics:
    waits_per_row: "<= 0.1"
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
        "set DATABASE_URL, or: scripts/run_examples.py row-by-row-insert",
        file=sys.stderr,
    )
    sys.exit(2)


ROWS = [(order, "lamp") for order in range(200)]
INSERT = "INSERT INTO orders VALUES ($1, $2)"


# region snippet
async def store(connection: asyncpg.Connection) -> None:
    async with connection.transaction():
        await connection.executemany(INSERT, ROWS)  # FIX: waits once for all


# endregion


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
        await connection.execute("CREATE TEMP TABLE orders (id int, sku text)")
        await connection.execute(INSERT, 0, "prepares the statement")
        print(
            f"metric waits_per_row={await count_waits(store(connection)) / len(ROWS)}"
        )
    finally:
        await connection.close()


asyncio.run(main())
