r"""The pop waits in steps shorter than socket_timeout.

---
expect:
  stdout: |
    job: order-7
requires: {packages: [redis], servers: [redis]}
---
"""

import asyncio
import os
import sys

import redis.asyncio as redis

if "REDIS_URL" not in os.environ:
    print(
        "set REDIS_URL, or: scripts/run_examples.py idle-blocking-pop", file=sys.stderr
    )
    sys.exit(2)

URL, PREFIX = os.environ["REDIS_URL"], f"shop:{os.getpid()}:"


# region snippet
async def work(client: redis.Redis) -> None:
    job = None
    while job is None:
        job = await client.blpop([PREFIX + "jobs"], timeout=0.1)  # FIX: in steps
    print("job:", job[1])


# endregion


async def main() -> None:
    client = redis.from_url(URL, socket_timeout=0.5, decode_responses=True)
    worker = asyncio.create_task(work(client))
    try:
        await asyncio.wait([worker], timeout=0.7)  # a quiet night without jobs
        async with redis.from_url(URL) as producer:
            await producer.rpush(PREFIX + "jobs", "order-7")
        await worker
    finally:
        await client.delete(PREFIX + "jobs")
        await client.aclose()


asyncio.run(main())
