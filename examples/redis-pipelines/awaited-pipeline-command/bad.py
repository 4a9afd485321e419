r"""A command on a pipeline is only queued: awaiting it gives the pipeline, not the answer.

---
failure: silent
expect:
  stdout: |
    is ada: False
grep:
  - pattern: '\bawait (pipe|pipeline|\w+_pipe|p)\.(get|set|incr|incrby|decr|hget|hset|hgetall|mget|expire|delete|exists|lrange|zrange|smembers)\(([^.\n]|\.[^e\n])*$'
    multiline: true
    hits:
      - "            count = await pipe.incr(key)"
innocent: "after await pipe.watch(...) and before pipe.multi(), where commands are sent at once"
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
        "set REDIS_URL, or: scripts/run_examples.py awaited-pipeline-command",
        file=sys.stderr,
    )
    sys.exit(2)

URL, PREFIX = os.environ["REDIS_URL"], f"shop:{os.getpid()}:"


# region snippet
async def is_customer(client: redis.Redis, name: str) -> bool:
    async with client.pipeline() as pipe:
        found = await pipe.get(PREFIX + "customer")  # BUG: queued, never sent
    return found == name


# endregion


async def main() -> None:
    async with redis.from_url(URL, decode_responses=True) as client:
        await client.set(PREFIX + "customer", "ada")
        print("is ada:", await is_customer(client, "ada"))
        await client.delete(PREFIX + "customer")


asyncio.run(main())
