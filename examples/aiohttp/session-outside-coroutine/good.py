r"""A client session made in a coroutine belongs to the loop that runs it.

---
expect:
  stdout: |
    rate: 1.08
requires: {packages: [aiohttp]}
---
"""

import asyncio

import aiohttp
from aiohttp import web


# region snippet
async def fetch_rate(session: aiohttp.ClientSession, url: str) -> str:
    async with session.get(url) as response:
        return await response.text()


async def work(url: str) -> None:
    async with aiohttp.ClientSession() as session:  # FIX: made while the loop runs
        print("rate:", await fetch_rate(session, url))


# endregion


async def serve_rate(request: web.Request) -> web.Response:
    return web.Response(text="1.08")


async def main() -> None:
    app = web.Application()
    app.router.add_get("/", serve_rate)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    await work(f"http://{host}:{port}/")
    await runner.cleanup()


asyncio.run(main())
