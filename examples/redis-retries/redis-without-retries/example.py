r"""Without retries a lost answer is an error, and the write has happened once at most.

---
expect:
  stdout: |
    order-7: perhaps
    sold: 1
requires: {packages: [redis>=6], servers: [redis]}
---
"""

import asyncio
import os
import sys
from typing import Any
from urllib.parse import urlsplit

import redis.asyncio as redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

if "REDIS_URL" not in os.environ:
    print(
        "set REDIS_URL, or: scripts/run_examples.py redis-without-retries",
        file=sys.stderr,
    )
    sys.exit(2)

URL, PREFIX = urlsplit(os.environ["REDIS_URL"]), f"shop:{os.getpid()}:"
SERVER: dict[str, Any] = (
    {"unix_socket_path": URL.path}
    if URL.scheme == "unix"
    else {"host": URL.hostname, "port": URL.port or 6379, "password": URL.password}
)


# region snippet
ONCE = Retry(NoBackoff(), 0)


async def main() -> None:
    async with redis.Redis(**SERVER, socket_timeout=0.5, retry=ONCE) as client:
        await lose_next_answer(client)
        try:
            await client.incr(PREFIX + "sold")
        except (redis.TimeoutError, redis.ConnectionError):
            print("order-7: perhaps")  # the server may have counted it
        print("sold:", int(await client.get(PREFIX + "sold") or 0))
        await client.delete(PREFIX + "sold")


# endregion


async def lose_next_answer(client: redis.Redis) -> None:
    connection = await client.connection_pool.get_connection()
    await connection.send_command("CLIENT", "REPLY", "OFF")  # carry out, be silent
    await client.connection_pool.release(connection)


asyncio.run(main())
