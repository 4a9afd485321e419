r"""One client keeps its connections open and lends them to every request.

---
flags: [-W, always::ResourceWarning]
expect:
  stdout: |
    5 requests, connections: 1
requires: {packages: [redis], servers: [redis]}
---
"""

import asyncio
import os
import sys
import gc

import redis.asyncio as redis

if "REDIS_URL" not in os.environ:
    print(
        "set REDIS_URL, or: scripts/run_examples.py redis-client-per-request",
        file=sys.stderr,
    )
    sys.exit(2)

URL, PREFIX = os.environ["REDIS_URL"], f"shop:{os.getpid()}:"

connections: set[int] = set()  # the server numbers them


# region snippet
async def stock_of(client: redis.Redis, sku: str) -> int:  # FIX: the shared one
    connections.add(await client.client_id())
    return int(await client.get(PREFIX + sku) or 0)


# endregion


async def main() -> None:
    async with redis.from_url(URL, decode_responses=True) as client:
        await client.set(PREFIX + "lamp", 3)
        for _ in range(5):
            await stock_of(client, "lamp")
        print("5 requests, connections:", len(connections))
        await client.delete(PREFIX + "lamp")
    gc.collect()


asyncio.run(main())
