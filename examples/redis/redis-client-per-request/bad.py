r"""A client for each request opens a connection each time and leaves it open.

---
failure: leak
flags: [-W, always::ResourceWarning]
expect:
  stdout: |
    5 requests, connections: 5
  stderr: ["ResourceWarning: unclosed Connection <redis.asyncio.connection."]
grep:
  pattern: '^[ \t]+(\w+(: [^=\n]+)? = |return |yield )(await )?(aioredis|redis|redis\.asyncio|asyncio_redis)\.(Redis|StrictRedis|from_url|Redis\.from_url)\('
  hits: ["    client = aioredis.from_url(url)", "    r = redis.Redis(host=host)", "    client = await aioredis.from_url(url)"]
innocent: "in main, a lifespan or a cached factory: it runs once in the life of the process"
symptom: [leak, slow-under-load]
lint: []
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
async def stock_of(sku: str) -> int:
    client = redis.from_url(URL, decode_responses=True)  # BUG: opens a connection
    connections.add(await client.client_id())
    return int(await client.get(PREFIX + sku) or 0)


# endregion


async def main() -> None:
    async with redis.from_url(URL, decode_responses=True) as client:
        await client.set(PREFIX + "lamp", 3)
        for _ in range(5):
            await stock_of("lamp")
        print("5 requests, connections:", len(connections))
        await client.delete(PREFIX + "lamp")
    gc.collect()


asyncio.run(main())
