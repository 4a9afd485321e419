r"""The lock is renewed while the work runs, and its loss ends the work.

---
expect:
  stdout: |
    charged: ['A-17']
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
    async with (
        client.lock(PREFIX + "lock", timeout=TTL) as lock,
        asyncio.TaskGroup() as group,
    ):
        work = group.create_task(charge_once(client, order))
        while not work.done():
            async with asyncio.timeout(TTL / 4):
                await lock.reacquire()  # FIX: renews it; when it is lost, ends the work
            await asyncio.wait([work], timeout=TTL / 4)


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
