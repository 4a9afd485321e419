r"""socket_timeout limits each of the client's own tries, not the call.

---
failure: silent
expect:
  stdout: |
    after ten limits: waits
symptom: [slow, not-stopped]
grep: {none: "Redis(..., socket_timeout=) without retry=, and no asyncio.timeout around its commands"}
lint: []
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
        return int(await client.get(sku) or 0)  # BUG: 11 tries, each with the limit
    except redis.RedisError:
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
