r"""A lock of Redis that runs out during the work lets the next worker in.

---
failure: exception
symptom: [wrong-data, over-limit]
expect:
  exit: 1
  stdout: |
    charged: ['A-17', 'A-17']
  stderr:
    - "LockNotOwnedError: Cannot release a lock that's no longer owned"
grep:
  - pattern: 'async with [\w.]+\.lock\(([^()]|\([^()]*\))*\btimeout=([^N]|N[^o])([^()]|\([^()]*\))*\)( as \w+)?:'
    multiline: true
    hits: ["    async with self.redis.lock(\n        f'run:{self.key(day)}', timeout=30\n    ) as lock:\n"]
  - pattern: '\w*lock\w* = [\w.]+\.lock\(([^()]|\([^()]*\))*\btimeout=([^N]|N[^o])'
    multiline: true
    hits: ["    lock = self.redis.lock(\n        f'run:{day}', timeout=60\n    )\n"]
innocent: "a deadline ends the work well before the timeout, or the lock is renewed meanwhile"
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
        "set REDIS_URL, or: scripts/run_examples.py outlived-redis-lock",
        file=sys.stderr,
    )
    sys.exit(2)

URL, PREFIX = os.environ["REDIS_URL"], f"shop:{os.getpid()}:"
TTL = 0.5  # seconds until Redis frees the lock of a worker that has died
charged: list[str] = []


# region snippet
async def settle(client: redis.Redis, order: str) -> None:
    async with client.lock(PREFIX + "lock", timeout=TTL):  # BUG: ends before the work
        await charge_once(client, order)


# endregion


async def charge_once(client: redis.Redis, order: str) -> None:
    if not await client.sismember(PREFIX + "paid", order):
        charged.append(order)
        for _ in range(8):  # the bank is slow today
            await asyncio.sleep(0.1)
        await client.sadd(PREFIX + "paid", order)


async def main() -> None:
    async with redis.from_url(URL, decode_responses=True) as client:
        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(2):
                    group.create_task(settle(client, "A-17"))
        finally:
            print("charged:", charged)
            await client.delete(PREFIX + "lock", PREFIX + "paid")


asyncio.run(main())
