r"""A call that is not awaited ran with Motor and never runs with PyMongo Async.

---
failure: warning
expect:
  stdout: |
    orders: 1, audit records: 0
  stderr: ["RuntimeWarning: coroutine 'AsyncCollection.insert_one' was never awaited"]
requires: {packages: [pymongo], servers: [mongodb]}
grep:
  pattern: '^[ \t]+[\w.\[\]"'']+\.(insert_one|insert_many|update_one|update_many|replace_one|delete_one|delete_many|bulk_write)\('
  hits: ['        db["audit"].insert_one({"order": order})', '    self.collection.update_one(query, change)']
innocent: "the synchronous PyMongo"
symptom: [lost-work]
lint: [mypy:unused-coroutine, pyright:reportUnusedCoroutine]
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
    database["audit"].insert_one({"order": sku})  # BUG: a coroutine does not start


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
