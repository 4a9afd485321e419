r"""await sends the aggregation and gives the cursor.

---
expect:
  stdout: |
    [{'_id': 'lamp', 'count': 5}]
requires: {packages: [pymongo], servers: [mongodb]}
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
    rows = await orders.aggregate([total])  # FIX: await gives the cursor
    return await rows.to_list()


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
