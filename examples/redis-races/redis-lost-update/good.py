r"""The server computes in one command, which nothing can interrupt.

---
expect:
  stdout: |
    left: 8
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
    await both.wait()  # under load: both have read
    await client.decrby(PREFIX + sku, 1)  # FIX: one command, computed there


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
