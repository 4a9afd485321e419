r"""With autocommit a query that stands alone leaves no transaction open.

---
expect:
  stdout: |
    job: 7
    while it works: idle
requires: {packages: ["psycopg[binary]>=3.2"], servers: [postgresql]}
---
"""

import asyncio
import os
import sys

from psycopg import AsyncConnection

if "DATABASE_URL" not in os.environ:
    print(
        "set DATABASE_URL, or: scripts/run_examples.py idle-in-transaction",
        file=sys.stderr,
    )
    sys.exit(2)


async def state_of(watcher: AsyncConnection, connection: AsyncConnection) -> str:
    query = "SELECT state FROM pg_stat_activity WHERE pid = %s"
    cursor = await watcher.execute(query, [connection.info.backend_pid])
    (state,) = await cursor.fetchone() or ("gone",)
    return str(state)


# region snippet
async def worker(uri: str, watcher: AsyncConnection) -> None:
    connection = await AsyncConnection.connect(uri, autocommit=True)  # FIX: none open
    async with connection:
        cursor = await connection.execute("SELECT 7")
        print("job:", *(await cursor.fetchone() or ()))
        print("while it works:", await state_of(watcher, connection))


# endregion


async def main() -> None:
    uri = os.environ["DATABASE_URL"]
    async with await AsyncConnection.connect(uri) as watcher:
        await worker(uri, watcher)


asyncio.run(main())
