r"""A client is made and closed in the loop that uses it.

---
expect:
  stdout: |
    stock: 0
    stock: 0
requires: {packages: [pymongo], servers: [mongodb]}
---
"""

import asyncio
import os
import sys

from pymongo import AsyncMongoClient

if "MONGODB_URI" not in os.environ:
    print(
        "set MONGODB_URI, or: scripts/run_examples.py mongo-client-in-second-loop",
        file=sys.stderr,
    )
    sys.exit(2)

URI, DATABASE = os.environ["MONGODB_URI"], f"shop_{os.getpid()}"


# region snippet
async def count_stock() -> int:
    client: AsyncMongoClient
    async with AsyncMongoClient(URI) as client:  # FIX: a loop, a client
        return await client[DATABASE].stock.count_documents({})


print("stock:", asyncio.run(count_stock()))
print("stock:", asyncio.run(count_stock()))
# endregion
