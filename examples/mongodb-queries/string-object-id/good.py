r"""ObjectId turns the text back into what the collection holds.

---
expect:
  stdout: |
    order: lamp
requires: {packages: [pymongo], servers: [mongodb]}
---
"""

import asyncio
import os
import sys
from typing import Any

from bson import ObjectId
from pymongo import AsyncMongoClient
from pymongo.asynchronous.collection import AsyncCollection

if "MONGODB_URI" not in os.environ:
    print(
        "set MONGODB_URI, or: scripts/run_examples.py string-object-id", file=sys.stderr
    )
    sys.exit(2)

URI, DATABASE = os.environ["MONGODB_URI"], f"shop_{os.getpid()}"
Orders = AsyncCollection[dict[str, Any]]


# region snippet
async def add_order(orders: Orders, sku: str) -> str:
    return str((await orders.insert_one({"sku": sku})).inserted_id)


async def get_order(orders: Orders, order_id: str) -> dict[str, Any] | None:
    return await orders.find_one({"_id": ObjectId(order_id)})  # FIX: same type


# endregion


async def main() -> None:
    async with AsyncMongoClient(URI) as client:
        orders: Orders = client[DATABASE]["orders"]
        order = await get_order(orders, await add_order(orders, "lamp"))
        print("order:", order and order["sku"])
        await client.drop_database(DATABASE)


asyncio.run(main())
