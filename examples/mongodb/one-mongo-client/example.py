r"""One client for the process, passed to what uses it and closed at the end.

---
expect:
  stdout: |
    paid: True, again: False
    lamp is paid
    ['lamp', 'desk']
    {'desk': 1, 'lamp': 2}
requires: {packages: [pymongo], servers: [mongodb]}
---
"""

import asyncio
import os
import sys
from typing import Any

from bson import ObjectId
from pymongo import AsyncMongoClient
from pymongo.asynchronous.database import AsyncDatabase

if "MONGODB_URI" not in os.environ:
    print(
        "set MONGODB_URI, or: scripts/run_examples.py one-mongo-client", file=sys.stderr
    )
    sys.exit(2)

URI, DATABASE = os.environ["MONGODB_URI"], f"shop_{os.getpid()}"


Document = dict[str, Any]


# region snippet
class Orders:
    def __init__(self, database: AsyncDatabase[Document]) -> None:
        self.orders = database["orders"]

    async def add(self, sku: str, count: int) -> str:
        order = {"sku": sku, "count": count, "paid": False}
        return str((await self.orders.insert_one(order)).inserted_id)

    async def get(self, order_id: str) -> Document | None:
        return await self.orders.find_one({"_id": ObjectId(order_id)})

    async def pay(self, order_id: str) -> bool:
        unpaid = {"_id": ObjectId(order_id), "paid": False}
        changed = await self.orders.update_one(unpaid, {"$set": {"paid": True}})
        return changed.modified_count == 1

    async def first(self, limit: int) -> list[Document]:
        return await self.orders.find({}).sort("_id", 1).limit(limit).to_list()

    async def sold(self) -> dict[str, int]:
        total = {"$group": {"_id": "$sku", "count": {"$sum": "$count"}}}
        rows = await self.orders.aggregate([total, {"$sort": {"_id": 1}}])
        return {row["_id"]: row["count"] async for row in rows}


async def main() -> None:
    client: AsyncMongoClient[Document]
    async with AsyncMongoClient(URI) as client:
        await serve(Orders(client[DATABASE]))
        await client.drop_database(DATABASE)


# endregion


async def serve(orders: Orders) -> None:
    lamp = await orders.add("lamp", 2)
    await orders.add("desk", 1)
    print(f"paid: {await orders.pay(lamp)}, again: {await orders.pay(lamp)}")
    order = await orders.get(lamp)
    if order is not None and order["paid"]:
        print(order["sku"], "is paid")
    print([order["sku"] for order in await orders.first(10)])
    print(await orders.sold())


asyncio.run(main())
