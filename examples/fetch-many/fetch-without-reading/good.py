r"""Each coroutine reads its body inside the session and returns the data.

---
expect:
  stdout: |
    2000000 bytes
    2000000 bytes
requires: {packages: [aiohttp]}
---
"""

import asyncio

import aiohttp
from aiohttp import web


# region snippet
async def fetch(session: aiohttp.ClientSession, url: str) -> bytes:
    async with session.get(url) as response:
        return await response.read()  # FIX: read while the session is open


async def fetch_exports(urls: list[str]) -> list[bytes]:
    async with aiohttp.ClientSession() as session:
        return await asyncio.gather(*(fetch(session, url) for url in urls))


async def store_exports(urls: list[str]) -> None:
    for export in await fetch_exports(urls):
        print(f"{len(export)} bytes")


# endregion


async def serve_export(request: web.Request) -> web.Response:
    return web.Response(body=bytes(2_000_000))  # more than aiohttp reads ahead


async def main() -> None:
    app = web.Application()
    app.router.add_get("/{export}", serve_export)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    await store_exports([f"http://{host}:{port}/{e}" for e in ("orders", "invoices")])
    await runner.cleanup()


asyncio.run(main())
