r"""A connection for each task keeps their transactions apart.

---
expect:
  stdout: |
    chair: ordered
    lamp: card refused
    stored: ['chair']
requires: {packages: ["psycopg[binary]>=3.2", "psycopg-pool>=3.2"], servers: [postgresql]}
---
"""

import asyncio
import os
import sys

from psycopg import AsyncConnection

if "DATABASE_URL" not in os.environ:
    print(
        "set DATABASE_URL, or: scripts/run_examples.py shared-psycopg-transaction",
        file=sys.stderr,
    )
    sys.exit(2)


SCHEMA = f"shop_{os.getpid()}"


class Bank:
    def __init__(self) -> None:
        self.both_ask, self.settled = asyncio.Barrier(2), asyncio.Event()

    async def accepts(self, sku: str) -> bool:
        await self.both_ask.wait()
        if sku == "lamp":
            await self.settled.wait()
        return sku != "lamp"


# region snippet
async def order(connection: AsyncConnection, sku: str, bank: Bank) -> None:
    await connection.execute(f"INSERT INTO {SCHEMA}.orders VALUES (%s)", [sku])
    if await bank.accepts(sku):
        await connection.commit()
        print(f"{sku}: ordered")
        bank.settled.set()
    else:
        await connection.rollback()
        print(f"{sku}: card refused")


async def serve(uri: str, bank: Bank) -> None:
    one, two = [await AsyncConnection.connect(uri) for _ in range(2)]  # FIX: one each
    async with one, two, asyncio.TaskGroup() as group:
        group.create_task(order(one, "lamp", bank))
        group.create_task(order(two, "chair", bank))


# endregion


async def main() -> None:
    uri = os.environ["DATABASE_URL"]
    async with await AsyncConnection.connect(uri, autocommit=True) as admin:
        await admin.execute(f"CREATE SCHEMA {SCHEMA}")
        try:
            await admin.execute(f"CREATE TABLE {SCHEMA}.orders (sku text)")
            await serve(uri, Bank())
            stored = await admin.execute(f"SELECT sku FROM {SCHEMA}.orders ORDER BY 1")
            print("stored:", [sku for (sku,) in await stored.fetchall()])
        finally:
            await admin.execute(f"DROP SCHEMA {SCHEMA} CASCADE")


asyncio.run(main())
