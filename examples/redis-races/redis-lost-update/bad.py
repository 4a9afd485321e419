r"""A value read and written back in two commands loses what others wrote in between.

---
failure: silent
expect:
  stdout: |
    left: 9
grep:
  pattern: '(\w+) = [^\n]*await [\w.]+\.h?get\([^\n]*\n([ \t]+[^\n]*\n){0,4}?[ \t]+await [\w.]+\.h?set\('
  multiline: true
  hits: ["    seen = await r.hget(key, 'n')\n    await r.hset(key, 'n', int(seen) + 1)\n"]
innocent: "what is written does not depend on what was read, as in a cache that is filled"
symptom: [wrong-data]
lint: []
requires: {packages: [redis], servers: [redis]}
---
"""

import asyncio
import os
import sys

import redis.asyncio as redis

if "REDIS_URL" not in os.environ:
    print(
        "set REDIS_URL, or: scripts/run_examples.py redis-lost-update", file=sys.stderr
    )
    sys.exit(2)

URL, PREFIX = os.environ["REDIS_URL"], f"shop:{os.getpid()}:"


# region snippet
async def sell(client: redis.Redis, sku: str, both: asyncio.Barrier) -> None:
    left = int(await client.get(PREFIX + sku) or 0)
    await both.wait()  # under load: both have read
    await client.set(PREFIX + sku, left - 1)  # BUG: what was read may be old


# endregion


async def main() -> None:
    async with redis.from_url(URL, decode_responses=True) as client:
        await client.set(PREFIX + "lamp", 10)
        both = asyncio.Barrier(2)
        async with asyncio.TaskGroup() as group:
            for _ in range(2):
                group.create_task(sell(client, "lamp", both))
        print("left:", await client.get(PREFIX + "lamp"))
        await client.delete(PREFIX + "lamp")


asyncio.run(main())
