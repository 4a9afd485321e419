r"""A client session made outside a coroutine has no event loop.

---
failure: exception
expect:
  exit: 1
  stderr: ["RuntimeError: no running event loop"]
requires: {packages: [aiohttp]}
grep:
  pattern: '^\w+(: *[\w.]+)? *= *(aiohttp\.)?(ClientSession|TCPConnector|(Dummy)?CookieJar)\('
  hits:
    - 'connector = aiohttp.TCPConnector(limit=20)'
    - 'session: aiohttp.ClientSession = aiohttp.ClientSession()'
innocent: "none: at module level it raises when the module is imported"
lint: []
---
"""

import asyncio

import aiohttp
from aiohttp import web


# region snippet
session = aiohttp.ClientSession()  # BUG: no loop runs while a module is imported


async def fetch_rate(url: str) -> str:
    async with session.get(url) as response:
        return await response.text()


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
    print("rate:", await fetch_rate(f"http://{host}:{port}/"))
    await runner.cleanup()


asyncio.run(main())
