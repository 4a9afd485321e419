r"""The methods that read a body are coroutines, and a coroutine is always true.

---
failure: warning
expect:
  stdout: |
    lamp: sold
  stderr: ["RuntimeWarning: coroutine 'ClientResponse.json' was never awaited"]
symptom: [wrong-data]
requires: {packages: [aiohttp]}
grep:
  - pattern: '(\bif|\bnot|=|\breturn|\(|\band|\bor) (resp|response)\.(json|text|read)\(\)'
    hits: ['price = response.json()', 'return response.text()']
  - pattern: '\((resp|response)\.(json|text|read)\(\)\)'
    hits: ['order = Order.parse(response.json())']
innocent: "a response of httpx, requests or a test client: its json() is a plain method"
lint: [mypy:truthy-bool, pyright:reportUnnecessaryComparison]
---
"""

import asyncio

import aiohttp
from aiohttp import web


# region snippet
async def is_sold(session: aiohttp.ClientSession, url: str) -> bool:
    async with session.get(url) as response:
        if response.json():  # BUG: a coroutine, whatever the body says
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
