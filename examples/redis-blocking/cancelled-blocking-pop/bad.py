r"""A cancelled blocking pop can lose the job that the server has already handed over.

---
failure: silent
expect:
  stdout: |
    taken by the worker: False
    left in Redis: []
grep:
  - '\.(blpop|brpop|blmpop|bzpopmin|bzpopmax|bzmpop)\('
innocent: "a job that may be lost: a wake-up, a cache to fill, a metric"
symptom: [lost-work]
lint: []
requires: {packages: [redis], servers: [redis]}
---
"""

import asyncio
import os
import sys
from typing import Any

import redis.asyncio as redis
from redis import Redis

if "REDIS_URL" not in os.environ:
    print(
        "set REDIS_URL, or: scripts/run_examples.py cancelled-blocking-pop",
        file=sys.stderr,
    )
    sys.exit(2)

URL, PREFIX = os.environ["REDIS_URL"], f"shop:{os.getpid()}:"


# region snippet
async def take(client: redis.Redis) -> str | bytes | None:
    found = await client.blpop([PREFIX + "jobs"], timeout=0)  # BUG: out of Redis
    return found[1] if found else None


# endregion


def is_blocked(producer: Any, name: str) -> bool:
    clients = producer.client_list()
    return any(each["name"] == name and "b" in each["flags"] for each in clients)


async def main() -> None:
    producer = Redis.from_url(URL, decode_responses=True)  # another process
    name = f"worker-{os.getpid()}"
    options = {"socket_timeout": None, "decode_responses": True}
    async with redis.from_url(URL, client_name=name, **options) as client:
        worker = asyncio.create_task(take(client))
        while not is_blocked(producer, name):
            await asyncio.sleep(0.001)
        producer.rpush(PREFIX + "jobs", "order-7")
        worker.cancel()  # a shutdown, or a timeout that expires
        await asyncio.wait([worker])
    print("taken by the worker:", not worker.cancelled())
    queued = producer.lrange(PREFIX + "jobs", 0, -1)
    queued += producer.lrange(PREFIX + "taken", 0, -1)
    print("left in Redis:", queued)
    producer.delete(PREFIX + "jobs", PREFIX + "taken")
    producer.close()


asyncio.run(main())
