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
  pattern: 'async with [^\n]* as (r|resp|response|reply|answer):[^\n]*\n([ \t]+[^\n]*\n){0,6}?[^\n]*(=|\bif|\bnot|\breturn|\() ?(r|resp|response|reply|answer)\.(json|text|read)\('
  multiline: true
  hits:
    - "async with session.get(url) as resp:\n    resp.raise_for_status()\n    return resp.json()\n"
    - "async with session.get(url) as response:\n    order = Order.parse(response.json())\n"
innocent: "httpx's stream, whose json() is plain, or wait_for and gather take the coroutine"
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
