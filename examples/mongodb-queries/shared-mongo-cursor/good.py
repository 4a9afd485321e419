r"""One task reads the cursor and hands the documents out.

---
expect:
  stdout: |
    orders shipped twice: False
requires: {packages: [pymongo], servers: [mongodb]}
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
async def work(queue: asyncio.Queue[dict[str, Any]]) -> None:
    while True:
        await ship(await queue.get())
        queue.task_done()


async def ship_all(cursor: Cursor) -> None:
    queue: asyncio.Queue[dict[str, Any]] = asyncio.Queue(maxsize=10)
    async with asyncio.TaskGroup() as group:
        workers = [group.create_task(work(queue)) for _ in range(2)]
        async for order in cursor:  # FIX: one reader
            await queue.put(order)
        await queue.join()
        for worker in workers:
            worker.cancel()


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
