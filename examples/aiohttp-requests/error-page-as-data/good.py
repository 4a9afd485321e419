r"""The status is checked before the body is taken for data.

---
expect:
  stdout: |
    not stored: 503 Service Unavailable
requires: {packages: [aiohttp]}
---
"""

import asyncio

import aiohttp
from aiohttp import web


# region snippet
async def store_prices(session: aiohttp.ClientSession, url: str) -> None:
    async with session.get(url) as response:
        response.raise_for_status()  # FIX: 400 and above is no data
        prices = await response.text()
    print("stored:", prices)


# endregion


async def serve_prices(request: web.Request) -> web.Response:
    return web.Response(status=503, text="<h1>Try again later</h1>")


async def main() -> None:
    app = web.Application()
    app.router.add_get("/prices", serve_prices)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    async with aiohttp.ClientSession() as session:
        try:
            await store_prices(session, f"http://{host}:{port}/prices")
        except aiohttp.ClientResponseError as error:
            print("not stored:", error.status, error.message)
    await runner.cleanup()


asyncio.run(main())
