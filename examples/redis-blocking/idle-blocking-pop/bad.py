r"""A pop that may wait longer than socket_timeout fails when there is nothing to do.

---
failure: exception
expect:
  exit: 1
  stderr: ["redis.exceptions.TimeoutError: Timeout reading from"]
grep:
  pattern: '\.(blpop|brpop)\([^\n]*\btimeout=(0|None|[6-9]|[1-9][0-9]+)\s*[,)]|\.(xread|xreadgroup)\([^\n]*\bblock=(0|[5-9]\d{3}|\d{5,})\s*[,)]'
  hits: ["entries = await client.xread({stream: last}, block=0)", "item = await r.brpop(queue, timeout=30)"]
innocent: "the client was made with socket_timeout=None, or one longer than the wait"
symptom: [works-once]
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
        "set REDIS_URL, or: scripts/run_examples.py idle-blocking-pop", file=sys.stderr
    )
    sys.exit(2)

URL, PREFIX = os.environ["REDIS_URL"], f"shop:{os.getpid()}:"


# region snippet
async def work(client: redis.Redis) -> None:
    job = await client.blpop([PREFIX + "jobs"], timeout=0)  # BUG: cut off when idle
    print("job:", job and job[1])


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
