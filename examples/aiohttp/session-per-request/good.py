r"""One session keeps its connection and uses it for every request.

---
expect:
  metrics:
    connections: "== 1"
requires: {packages: [aiohttp]}
---
"""

import asyncio

import aiohttp
from aiohttp import web


# region snippet
async def fetch_price(session: aiohttp.ClientSession, url: str) -> str:
    async with session.get(url) as response:
        return await response.text()


async def watch_price(url: str) -> None:
    async with aiohttp.ClientSession() as session:  # FIX: one pool for all requests
        for _ in range(20):
            await fetch_price(session, url)


# endregion


connections: set[object] = set()  # the server's side: one object each


async def serve_price(request: web.Request) -> web.Response:
    connections.add(request.protocol)
    return web.Response(text="20 EUR")


async def main() -> None:
    app = web.Application()
    app.router.add_get("/", serve_price)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    await watch_price(f"http://{host}:{port}/")
    print(f"metric connections={len(connections)}")
    await runner.cleanup()


asyncio.run(main())
