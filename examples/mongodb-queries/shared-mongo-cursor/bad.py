r"""Two tasks that iterate one cursor both get the same documents.

---
failure: silent
expect:
  stdout: |
    orders shipped twice: True
requires: {packages: [pymongo], servers: [mongodb]}
grep: {none: "one cursor from find, aggregate or watch that several tasks iterate: passed to create_task or gather more than once, or kept on self"}
symptom: [wrong-data]
lint: []
---
"""

import asyncio
import os
import sys
from typing import Any

from pymongo import AsyncMongoClient
from pymongo.asynchronous.cursor import AsyncCursor

if "MONGODB_URI" not in os.environ:
    print(
        "set MONGODB_URI, or: scripts/run_examples.py shared-mongo-cursor",
        file=sys.stderr,
    )
    sys.exit(2)

URI, DATABASE = os.environ["MONGODB_URI"], f"shop_{os.getpid()}"
Cursor = AsyncCursor[dict[str, Any]]
shipped: list[int] = []


async def ship(order: dict[str, Any]) -> None:
    await asyncio.sleep(0)  # tells the warehouse
    shipped.append(order["_id"])


# region snippet
async def work(cursor: Cursor) -> None:
    async for order in cursor:
        await ship(order)


async def ship_all(cursor: Cursor) -> None:
    async with asyncio.TaskGroup() as group:
        for _ in range(2):
            group.create_task(work(cursor))  # BUG: each task asks the server itself


# endregion


async def main() -> None:
    async with AsyncMongoClient(URI) as client:
        orders = client[DATABASE].orders
        await orders.insert_many([{"_id": number} for number in range(6)])
        await asyncio.gather(
            *(orders.find_one({}) for _ in range(2))
        )  # two connections
        await ship_all(orders.find({}))
        print("orders shipped twice:", len(shipped) > len(set(shipped)))
        await client.drop_database(DATABASE)


asyncio.run(main())
