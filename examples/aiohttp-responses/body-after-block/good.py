r"""The body is read inside the block, and the block gives back what it held.

---
expect:
  stdout: |
    price: 20 EUR
requires: {packages: [aiohttp]}
---
"""

import asyncio

import aiohttp
from aiohttp import web


# region snippet
async def fetch(session: aiohttp.ClientSession, url: str) -> str:
    async with session.get(url) as response:
        return await response.text()  # FIX: reads before the block ends


async def show_price(session: aiohttp.ClientSession, url: str) -> None:
    price = await fetch(session, url)
    print("price:", price)


# endregion


async def serve_price(request: web.Request) -> web.Response:
    return web.Response(text="20 EUR")


async def main() -> None:
    app = web.Application()
    app.router.add_get("/", serve_price)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    async with aiohttp.ClientSession() as session:
        await show_price(session, f"http://{host}:{port}/")
    await runner.cleanup()


asyncio.run(main())
