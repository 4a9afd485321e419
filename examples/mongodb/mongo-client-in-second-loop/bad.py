r"""An AsyncMongoClient belongs to the loop that it was first used in.

---
failure: exception
expect:
  exit: 1
  stdout: |
    stock: 0
  stderr: ["RuntimeError: Cannot use AsyncMongoClient in different event loop."]
requires: {packages: [pymongo], servers: [mongodb]}
grep: '^\w+(: [^=]+)? = [\w.]*\bAsyncMongoClient\('
innocent: "a service with one loop for its whole life: one asyncio.run, one server process"
symptom: [works-once, fails-in-suite]
lint: []
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
client: AsyncMongoClient = AsyncMongoClient(URI)  # BUG: the first loop will own it


async def count_stock() -> int:
    return await client[DATABASE].stock.count_documents({})


print("stock:", asyncio.run(count_stock()))
print("stock:", asyncio.run(count_stock()))
# endregion
