r"""What each call of Motor gives, and what PyMongo Async gives in its place.

---
expect:
  stdout: |
    call                Motor      AsyncMongoClient
    insert_one, ...     future     coroutine
    find                cursor     cursor
    find().to_list      future     coroutine
    aggregate           cursor     coroutine
    list_indexes        cursor     coroutine
    watch               stream     coroutine
    start_session       coroutine  session
    close               plain      coroutine
requires: {packages: [motor, pymongo], servers: [mongodb]}
---
"""

import asyncio
import inspect
import os
import sys
from typing import Any

from motor.motor_asyncio import AsyncIOMotorClient
from pymongo import AsyncMongoClient

if "MONGODB_URI" not in os.environ:
    print(
        "set MONGODB_URI, or: scripts/run_examples.py motor-beside-pymongo",
        file=sys.stderr,
    )
    sys.exit(2)

URI, DATABASE = os.environ["MONGODB_URI"], f"shop_{os.getpid()}"


# region snippet
def calls(client: Any) -> dict[str, Any]:
    orders = client[DATABASE].orders
    return {
        "insert_one, ...": orders.insert_one({"sku": "lamp"}),
        "find": orders.find({}),
        "find().to_list": orders.find({}).to_list(None),
        "aggregate": orders.aggregate([]),
        "list_indexes": orders.list_indexes(),
        "watch": orders.watch(),
        "start_session": client.start_session(),
        "close": client.close(),
    }


# endregion


def kind(given: object) -> str:
    if asyncio.isfuture(given):
        return "future"
    if inspect.iscoroutine(given):
        return "coroutine"
    name = type(given).__name__
    kinds = {"Cursor": "cursor", "Stream": "stream", "Session": "session"}
    return next((kinds[end] for end in kinds if name.endswith(end)), "plain")


async def main() -> None:
    print(f"{'call':19} {'Motor':10} AsyncMongoClient")
    motor = calls(AsyncIOMotorClient(URI))
    pymongo = calls(AsyncMongoClient(URI))
    for call in motor:
        print(f"{call:19} {kind(motor[call]):10} {kind(pymongo[call])}")
    for given in (*motor.values(), *pymongo.values()):
        if inspect.iscoroutine(given) and given is not pymongo["close"]:
            given.close()
    await pymongo["close"]
    futures = [given for given in motor.values() if asyncio.isfuture(given)]
    await asyncio.gather(*futures, return_exceptions=True)


asyncio.run(main())
