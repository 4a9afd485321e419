r"""Workers that wait in a blocking pop hold the connections that the requests need.

---
failure: hang
expect:
  exit: timeout
  within: 0.5
  stdout: ["a customer asks"]
grep: {none: "blpop, brpop, blmove, xread(block=) or an open pubsub on the client of the requests: count the tasks against max_connections"}
symptom: [slow-under-load, hang]
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
        "set REDIS_URL, or: scripts/run_examples.py starved-redis-pool", file=sys.stderr
    )
    sys.exit(2)

URL, PREFIX = os.environ["REDIS_URL"], f"shop:{os.getpid()}:"


# region snippet
async def work(client: redis.Redis) -> None:
    while True:
        found = await client.blpop([PREFIX + "jobs"], timeout=0)  # BUG: keeps one
        print("done:", found)


async def main() -> None:
    pool = redis.BlockingConnectionPool.from_url(
        URL, max_connections=2, socket_timeout=None
    )
    client = redis.Redis.from_pool(pool)
    workers = [asyncio.create_task(work(client)) for _ in range(2)]
    await asyncio.sleep(0.02)  # both wait for a job
    print("a customer asks")
    print("stock:", await client.get(PREFIX + "lamp"))
    for worker in workers:
        worker.cancel()
    await asyncio.wait(workers)
    await client.aclose()


# endregion


asyncio.run(main())
