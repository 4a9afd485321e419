r"""WATCH refuses the transaction when a value it was computed from has changed.

---
expect:
  stdout: |
    sold: [True, True, True, False]
    left: 0
lint: [mypy:unused-awaitable]
requires: {packages: [redis], servers: [redis]}
---
"""

import asyncio
import os
import sys

import redis.asyncio as redis
from redis.exceptions import WatchError

if "REDIS_URL" not in os.environ:
    print("set REDIS_URL, or: scripts/run_examples.py redis-watch", file=sys.stderr)
    sys.exit(2)

URL, PREFIX = os.environ["REDIS_URL"], f"shop:{os.getpid()}:"


# region snippet
async def sell(client: redis.Redis, sku: str, buyer: str) -> bool:
    stock, sold = PREFIX + sku, PREFIX + "sold"
    async with client.pipeline() as pipe:
        while True:
            try:
                await pipe.watch(stock)
                left = int(await pipe.get(stock) or 0)  # after watch: sent at once
                if left == 0:
                    return False
                pipe.multi()  # from here on: queued
                pipe.set(stock, left - 1)
                pipe.rpush(sold, buyer)
                await pipe.execute()
            except WatchError:
                continue  # somebody was faster: read again
            return True


# endregion


async def main() -> None:
    async with redis.from_url(URL, decode_responses=True) as client:
        await client.set(PREFIX + "lamp", 3)
        buyers = ("ada", "ben", "cem", "dora")
        results = await asyncio.gather(
            *(sell(client, "lamp", buyer) for buyer in buyers)
        )
        print("sold:", sorted(results, reverse=True))
        print("left:", await client.get(PREFIX + "lamp"))
        await client.delete(PREFIX + "lamp", PREFIX + "sold")


asyncio.run(main())
