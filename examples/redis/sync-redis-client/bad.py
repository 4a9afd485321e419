r"""The synchronous client stops the loop for as long as the server takes.

---
failure: blocks-loop
expect:
  stdout: ["None"]
  metrics:
    frozen_share: ">= 0.8"
grep:
  pattern: '^import redis\b([^.\n]*$| as )|^from redis import [^\n]*\b(Redis|StrictRedis|ConnectionPool|from_url)\b|= redis\.(Redis|StrictRedis|from_url)\('
  hits: ["import redis", "from redis import Redis", "client = redis.Redis(host=host)"]
innocent: "used by synchronous code only, or the file has import redis.asyncio as redis"
symptom: [frozen]
lint: []
requires: {packages: [redis], servers: [redis]}
---
"""

import asyncio
import os
import sys
import time

import redis

if "REDIS_URL" not in os.environ:
    print(
        "set REDIS_URL, or: scripts/run_examples.py sync-redis-client", file=sys.stderr
    )
    sys.exit(2)

URL, PREFIX = os.environ["REDIS_URL"], f"shop:{os.getpid()}:"

gaps: list[float] = []


async def beat() -> None:
    last = time.perf_counter()
    while True:
        await asyncio.sleep(0.005)
        now = time.perf_counter()
        gaps.append(now - last)
        last = now


# region snippet
client = redis.from_url(URL)  # BUG: each command blocks the thread


async def next_job(wait: float) -> bytes | None:
    found = client.blpop([PREFIX + "jobs"], timeout=wait)
    return found[1] if found else None


# endregion


async def main() -> None:
    heart = asyncio.create_task(beat())
    await asyncio.sleep(0.02)
    gaps.clear()
    started = time.perf_counter()
    print(await next_job(0.3))
    worked = time.perf_counter() - started
    await asyncio.sleep(0.02)
    print(f"metric frozen_share={max(gaps) / worked:.2f}")
    heart.cancel()
    client.close()


asyncio.run(main())
