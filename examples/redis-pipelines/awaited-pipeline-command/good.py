r"""execute sends what was queued and gives the answers in order.

---
expect:
  stdout: |
    is ada: True
requires: {packages: [redis], servers: [redis]}
---
"""

import asyncio
import os
import sys

import redis.asyncio as redis

if "REDIS_URL" not in os.environ:
    print(
        "set REDIS_URL, or: scripts/run_examples.py awaited-pipeline-command",
        file=sys.stderr,
    )
    sys.exit(2)

URL, PREFIX = os.environ["REDIS_URL"], f"shop:{os.getpid()}:"


# region snippet
async def is_customer(client: redis.Redis, name: str) -> bool:
    async with client.pipeline() as pipe:
        pipe.get(PREFIX + "customer")
        [found] = await pipe.execute()  # FIX: sends, and gives the answers
    return found == name


# endregion


async def main() -> None:
    async with redis.from_url(URL, decode_responses=True) as client:
        await client.set(PREFIX + "customer", "ada")
        print("is ada:", await is_customer(client, "ada"))
        await client.delete(PREFIX + "customer")


asyncio.run(main())
