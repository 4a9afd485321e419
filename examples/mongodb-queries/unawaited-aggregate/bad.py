r"""aggregate of PyMongo Async is a coroutine, though find is not.

---
failure: exception
expect:
  exit: 1
  stderr:
    - "AttributeError: 'coroutine' object has no attribute 'to_list'"
    - "RuntimeWarning: coroutine 'AsyncCollection.aggregate' was never awaited"
requires: {packages: [pymongo], servers: [mongodb]}
grep:
  - pattern: '\bfor \w+ in [^\n]*\.(aggregate|aggregate_raw_batches|list_indexes|list_search_indexes|list_collections)\('
    hits: ["async for row in orders.aggregate(pipeline):"]
  - '\bawait [^\n]*\.aggregate\([^\n]*\)\.(to_list|next|close)\('
  - pattern: '(=|return)\s*[\w.\[\]"'']+\.aggregate\(\s*(\[|\w*pipeline|\w*stages)'
    hits: ["cursor = self.db['orders'].aggregate(pipeline)"]
innocent: "the synchronous PyMongo, Motor: aggregate returns a cursor there"
lint: [mypy:attr-defined, pyright:reportAttributeAccessIssue]
corrects:
  - said: "cursor = collection.aggregate(pipeline), then await cursor.to_list(length=None)"
    instead: "cursor = await collection.aggregate(pipeline) with AsyncMongoClient"
---
"""

import asyncio
import os
import sys
from typing import Any

from pymongo import AsyncMongoClient
from pymongo.asynchronous.collection import AsyncCollection

if "MONGODB_URI" not in os.environ:
    print(
        "set MONGODB_URI, or: scripts/run_examples.py unawaited-aggregate",
        file=sys.stderr,
    )
    sys.exit(2)

URI, DATABASE = os.environ["MONGODB_URI"], f"shop_{os.getpid()}"


# region snippet
async def sold(orders: AsyncCollection[dict[str, Any]]) -> list[dict[str, Any]]:
    total = {"$group": {"_id": "$sku", "count": {"$sum": "$count"}}}
    return await orders.aggregate([total]).to_list()  # BUG: a coroutine, no cursor


# endregion


async def main() -> None:
    async with AsyncMongoClient(URI) as client:
        orders: AsyncCollection[dict[str, Any]] = client[DATABASE]["orders"]
        await orders.insert_many([{"sku": "lamp", "count": n} for n in (2, 3)])
        try:
            print(await sold(orders))
        finally:
            await client.drop_database(DATABASE)


asyncio.run(main())
