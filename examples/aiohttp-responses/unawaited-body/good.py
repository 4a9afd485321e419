r"""The body is awaited, and its value decides.

---
expect:
  stdout: |
    lamp: in stock
requires: {packages: [aiohttp]}
---
"""

import asyncio

import aiohttp
from aiohttp import web


# region snippet
async def is_sold(session: aiohttp.ClientSession, url: str) -> bool:
    async with session.get(url) as response:
        if await response.json():  # FIX: the value of the body
            return True
        return False


# endregion


async def serve_sold(request: web.Request) -> web.Response:
    return web.json_response(False)


async def main() -> None:
    app = web.Application()
    app.router.add_get("/sold", serve_sold)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    async with aiohttp.ClientSession() as session:
        sold = await is_sold(session, f"http://{host}:{port}/sold")
    print("lamp:", "sold" if sold else "in stock")
    await runner.cleanup()


asyncio.run(main())
