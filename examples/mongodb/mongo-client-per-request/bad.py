r"""A client for each request opens connections of its own each time.

---
failure: leak
flags: [-W, always::ResourceWarning]
expect:
  stdout: |
    5 requests, connections opened: 5
  stderr: ["ResourceWarning: Unclosed AsyncMongoClient opened at:"]
requires: {packages: [pymongo], servers: [mongodb]}
grep:
  pattern: '^[ \t]+(\w+(: [^=\n]+)? = |return |yield )[\w.]*\b(AsyncMongoClient|AsyncIOMotorClient)\('
  hits: ['    client = AsyncIOMotorClient(uri)', '    client = pymongo.AsyncMongoClient(uri)']
innocent: "in main, a lifespan or a cached factory: it runs once in the life of the process"
symptom: [leak, slow-under-load]
lint: []
corrects:
  - said: "every function that reads or writes makes a client of its own and never closes it"
    instead: "one client for the process, passed in, closed at shutdown"
---
"""

import asyncio
import os
import sys

from pymongo import AsyncMongoClient, monitoring

if "MONGODB_URI" not in os.environ:
    print(
        "set MONGODB_URI, or: scripts/run_examples.py mongo-client-per-request",
        file=sys.stderr,
    )
    sys.exit(2)

URI, DATABASE = os.environ["MONGODB_URI"], f"shop_{os.getpid()}"


class Connections(monitoring.ConnectionPoolListener):
    """Counts what clients of this process open to send commands."""

    opened = 0

    def connection_created(self, event: monitoring.ConnectionCreatedEvent) -> None:
        Connections.opened += 1

    def _pass(self, event: object) -> None: ...

    connection_check_out_started = connection_check_out_failed = _pass
    connection_checked_out = connection_checked_in = connection_ready = _pass
    connection_closed = pool_created = pool_ready = pool_cleared = pool_closed = _pass


monitoring.register(Connections())


# region snippet
async def stock_of(sku: str) -> int:
    client: AsyncMongoClient = AsyncMongoClient(URI)  # BUG: connections of its own
    found = await client[DATABASE].stock.find_one({"_id": sku})
    return found["count"] if found else 0


# endregion


async def main() -> None:
    async with AsyncMongoClient(URI) as client:
        await client[DATABASE].stock.insert_one({"_id": "lamp", "count": 3})
        Connections.opened = 0
        for _ in range(5):
            await stock_of("lamp")
        print("5 requests, connections opened:", Connections.opened)
        await client.drop_database(DATABASE)


asyncio.run(main())
