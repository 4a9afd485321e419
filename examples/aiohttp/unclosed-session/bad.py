r"""A client session that nobody closes keeps its connections open.

---
failure: leak
expect:
  stdout: |
    rate: 1.08
  stderr:
    - Unclosed client session
requires: {packages: [aiohttp]}
grep:
  pattern: '(=|\breturn|\byield)\s*(aiohttp\.)?ClientSession\('
  hits: ['self._session = ClientSession()', 'return aiohttp.ClientSession(timeout=limit)']
innocent: "another method closes it, or the caller does with async with"
symptom: [leak]
lint: []
---
"""

import asyncio
import gc

import aiohttp
from aiohttp import web


# region snippet
async def fetch_rate(url: str) -> str:
    session = aiohttp.ClientSession()  # BUG: nobody closes the session
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
    gc.collect()  # a session reports itself when it is collected
    await runner.cleanup()


asyncio.run(main())
