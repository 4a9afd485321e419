r"""A pubsub that is not closed keeps its connection and its subscription.

---
failure: leak
expect:
  stdout: |
    subscriptions left: 3
grep: '=\s*[\w.]+\.pubsub\('
innocent: "aclose() in a finally, or one subscriber for the life of the process"
symptom: [leak, memory]
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
    print("set REDIS_URL, or: scripts/run_examples.py unclosed-pubsub", file=sys.stderr)
    sys.exit(2)

URL, PREFIX = os.environ["REDIS_URL"], f"shop:{os.getpid()}:"


async def subscribers(client: redis.Redis) -> int:
    [(_, count)] = await client.pubsub_numsub(PREFIX + "prices")
    return int(count)


# region snippet
async def next_price(client: redis.Redis, channel: str) -> str:
    prices = client.pubsub()  # BUG: nobody closes it
    await prices.subscribe(channel)
    async for message in prices.listen():
        if message["type"] == "message":
            break
    return message["data"]


# endregion


async def main() -> None:
    async with redis.from_url(URL, decode_responses=True) as client:
        for _ in range(3):  # three customers open a page and leave it
            before = await subscribers(client)
            customer = asyncio.create_task(next_price(client, PREFIX + "prices"))
            while await subscribers(client) == before:
                await asyncio.sleep(0.001)
            customer.cancel()
            await asyncio.wait([customer])
        gc.collect()
        await asyncio.sleep(0.02)
        print("subscriptions left:", await subscribers(client))


asyncio.run(main())
