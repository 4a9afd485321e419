r"""A pipeline sends many commands in one round trip.

---
expect:
  stdout: |
    stock: [3, 4, None]
    all failed: False, error in place: ResponseError
  metrics:
    round_trips_one_by_one: "== 100"
    round_trips_pipelined: "== 1"
lint: [mypy:unused-awaitable]
requires: {packages: [redis], servers: [redis]}
---
"""

import asyncio
import os
import sys
from typing import Any

import redis.asyncio as redis

if "REDIS_URL" not in os.environ:
    print("set REDIS_URL, or: scripts/run_examples.py redis-pipeline", file=sys.stderr)
    sys.exit(2)

URL, PREFIX = os.environ["REDIS_URL"], f"shop:{os.getpid()}:"


# region snippet
async def stock_of(client: redis.Redis, skus: list[str]) -> list[int | None]:
    async with client.pipeline(transaction=False) as pipe:
        for sku in skus:
            pipe.get(PREFIX + sku)  # queued, not sent: nothing to await
        found = await pipe.execute()
    return [None if count is None else int(count) for count in found]


async def fill(client: redis.Redis, pairs: dict[str, int | str]) -> list[object]:
    async with client.pipeline(transaction=False) as pipe:
        for sku, count in pairs.items():
            pipe.set(PREFIX + sku, count)
            pipe.incrby(PREFIX + sku, 1)
        return await pipe.execute(raise_on_error=False)


# endregion


async def main() -> None:
    async with redis.from_url(URL, decode_responses=True) as client:
        answers = await fill(client, {"lamp": 2, "desk": 3, "rug": "none"})
        print("stock:", await stock_of(client, ["lamp", "desk", "bed"]))
        failed = [
            type(each).__name__ for each in answers if isinstance(each, Exception)
        ]
        print(f"all failed: {len(failed) == len(answers)}, error in place: {failed[0]}")
        await client.delete(*(PREFIX + sku for sku in ("lamp", "desk", "rug")))
    skus = [f"sku-{n}" for n in range(100)]
    async with redis.from_url(URL) as client:
        await client.ping()  # connects
        sent = count_sends(client)
        for sku in skus:
            await client.get(PREFIX + sku)
        print(f"metric round_trips_one_by_one={len(sent)}")
        sent.clear()
        await stock_of(client, skus)
        print(f"metric round_trips_pipelined={len(sent)}")


def count_sends(client: redis.Redis) -> list[int]:
    """Note each message that connections of this kind send from now on."""
    sent: list[int] = []
    make = client.connection_pool.connection_class
    plain = make.send_packed_command

    async def send(self: Any, command: Any, check_health: bool = True) -> None:
        sent.append(1)
        await plain(self, command, check_health)

    setattr(make, "send_packed_command", send)
    return sent


asyncio.run(main())
