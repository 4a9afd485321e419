r"""Each call is awaited, or made a task that somebody owns.

---
expect:
  stdout: |
    orders: 1, audit records: 1
requires: {packages: [pymongo], servers: [mongodb]}
---
"""

import asyncio
import os
import sys
from typing import Any

from pymongo import AsyncMongoClient
from pymongo.asynchronous.database import AsyncDatabase

if "MONGODB_URI" not in os.environ:
    print(
        "set MONGODB_URI, or: scripts/run_examples.py unstarted-write", file=sys.stderr
    )
    sys.exit(2)

URI, DATABASE = os.environ["MONGODB_URI"], f"shop_{os.getpid()}"


# region snippet
async def order(database: AsyncDatabase[dict[str, Any]], sku: str) -> None:
    await database["orders"].insert_one({"sku": sku})
    await database["audit"].insert_one({"order": sku})  # FIX: await runs it


# endregion


async def main() -> None:
    client: AsyncMongoClient[dict[str, Any]]
    async with AsyncMongoClient(URI) as client:
        database = client[DATABASE]
        await order(database, "lamp")
        await asyncio.sleep(0.05)  # time for a call that is under way
        orders = await database["orders"].count_documents({})
        audit = await database["audit"].count_documents({})
        print(f"orders: {orders}, audit records: {audit}")
        await client.drop_database(DATABASE)


asyncio.run(main())
