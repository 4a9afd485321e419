r"""redis.asyncio gives the loop its turns while the server takes its time.

---
expect:
  stdout: ["None"]
  metrics:
    frozen_share: "<= 0.4"
requires: {packages: [redis], servers: [redis]}
---
"""

import asyncio
import os
import sys
import time

import redis.asyncio

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
client = redis.asyncio.from_url(URL)  # FIX: the same API, awaited


async def next_job(wait: float) -> bytes | None:
    found = await client.blpop([PREFIX + "jobs"], timeout=wait)
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
    await client.aclose()


asyncio.run(main())
