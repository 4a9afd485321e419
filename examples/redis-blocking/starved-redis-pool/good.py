r"""Blocking commands have a client of their own.

---
expect:
  stdout: |
    a customer asks
    stock: None
requires: {packages: [redis], servers: [redis]}
---
"""

import asyncio
import os
import sys

import redis.asyncio as redis

if "REDIS_URL" not in os.environ:
    print(
        "set REDIS_URL, or: scripts/run_examples.py starved-redis-pool", file=sys.stderr
    )
    sys.exit(2)

URL, PREFIX = os.environ["REDIS_URL"], f"shop:{os.getpid()}:"


# region snippet
async def work(client: redis.Redis) -> None:
    while True:
        found = await client.blpop([PREFIX + "jobs"], timeout=0)
        print("done:", found)


async def main() -> None:
    pool = redis.BlockingConnectionPool.from_url(
        URL, max_connections=2, socket_timeout=None
    )
    client = redis.Redis.from_pool(pool)
    blocking = redis.from_url(URL, socket_timeout=None)  # FIX: for the workers
    workers = [asyncio.create_task(work(blocking)) for _ in range(2)]
    await asyncio.sleep(0.02)  # both wait for a job
    print("a customer asks")
    print("stock:", await client.get(PREFIX + "lamp"))
    for worker in workers:
        worker.cancel()
    await asyncio.wait(workers)
    await blocking.aclose()
    await client.aclose()


# endregion


asyncio.run(main())
