r"""The write may be repeated: a set holds each order once.

---
expect:
  stdout: |
    orders: 1, sold: 1
requires: {packages: [redis>=6], servers: [redis]}
---
"""

import asyncio
import os
import sys
from typing import Any
from urllib.parse import urlsplit

import redis.asyncio as redis

if "REDIS_URL" not in os.environ:
    print(
        "set REDIS_URL, or: scripts/run_examples.py repeated-redis-write",
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
async def sell(client: redis.Redis, order: str) -> None:
    await client.sadd(PREFIX + "sold", order)  # FIX: a repeat adds nothing


async def main() -> None:
    async with redis.Redis(**SERVER, socket_timeout=0.5) as client:  # 11 tries
        await lose_next_answer(client)
        await sell(client, "order-7")
        print("orders: 1, sold:", await client.scard(PREFIX + "sold"))
        await client.delete(PREFIX + "sold")


# endregion


async def lose_next_answer(client: redis.Redis) -> None:
    connection = await client.connection_pool.get_connection()
    await connection.send_command("CLIENT", "REPLY", "OFF")  # carry out, be silent
    await client.connection_pool.release(connection)


asyncio.run(main())
