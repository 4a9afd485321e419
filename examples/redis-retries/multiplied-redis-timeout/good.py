r"""One limit around the call holds for all tries together.

---
expect:
  stdout: |
    after ten limits: 12
requires: {packages: [redis>=7.2]}
---
"""

import asyncio
import socket

import redis.asyncio as redis

LIMIT = 0.1


# region snippet
async def stock_of(client: redis.Redis, sku: str) -> int:
    try:
        async with asyncio.timeout(LIMIT):  # FIX: all tries together
            return int(await client.get(sku) or 0)
    except (redis.RedisError, TimeoutError):
        return await from_database(sku)


async def main() -> None:
    with socket.create_server(("127.0.0.1", 0)) as hung:  # answers nothing
        port = hung.getsockname()[1]
        async with redis.Redis(port=port, socket_timeout=LIMIT) as client:
            page = asyncio.create_task(stock_of(client, "lamp"))
            await asyncio.wait([page], timeout=10 * LIMIT)
            print("after ten limits:", page.result() if page.done() else "waits")
            page.cancel()
            await asyncio.wait([page])


# endregion


async def from_database(sku: str) -> int:
    return 12


asyncio.run(main())
