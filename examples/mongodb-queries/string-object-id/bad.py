r"""An _id that is a str never equals an ObjectId, so nothing is found.

---
failure: silent
expect:
  stdout: |
    order: None
requires: {packages: [pymongo], servers: [mongodb]}
grep:
  - pattern: '["\'']_id["\'']:\s*((str|request|params|path_params|data|payload|body)\b[^\n,}]*|(order|user|item|customer|product|post|note|task|account|\w*object|doc)_id)\s*[,}]'
    multiline: true
    hits:
      - "{\"_id\": str(order[\"_id\"])}"
      - "await orders.delete_one({'_id': request.path_params['id']})"
innocent: "the collection's ids are strings that the program chose, or the name holds an ObjectId"
symptom: [wrong-data, lost-error]
lint: []
corrects:
  - said: "insert returns str(inserted_id), and the lookup takes that text as _id"
    instead: "ObjectId(order_id) in the lookup, or string ids in the documents"
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
        "set MONGODB_URI, or: scripts/run_examples.py string-object-id", file=sys.stderr
    )
    sys.exit(2)

URI, DATABASE = os.environ["MONGODB_URI"], f"shop_{os.getpid()}"
Orders = AsyncCollection[dict[str, Any]]


# region snippet
async def add_order(orders: Orders, sku: str) -> str:
    return str((await orders.insert_one({"sku": sku})).inserted_id)


async def get_order(orders: Orders, order_id: str) -> dict[str, Any] | None:
    return await orders.find_one({"_id": order_id})  # BUG: a str equals no ObjectId


# endregion


async def main() -> None:
    async with AsyncMongoClient(URI) as client:
        orders: Orders = client[DATABASE]["orders"]
        order = await get_order(orders, await add_order(orders, "lamp"))
        print("order:", order and order["sku"])
        await client.drop_database(DATABASE)


asyncio.run(main())
