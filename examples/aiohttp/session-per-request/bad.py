r"""A client session per request opens a new connection for each request.

---
failure: silent
expect:
  metrics:
    connections: "== 20"
requires: {packages: [aiohttp]}
grep:
  - pattern: 'async with [^\n]*ClientSession\([^\n]*(\n\s+[^\n]*|, *\w+)\.(get|post|put|patch|delete|head|options|request)\('
    multiline: true
    hits: ['async with aiohttp.ClientSession() as session, session.get(url) as response:']
  - pattern: '\baiohttp\.request\('
    hits: ['async with aiohttp.request("GET", url) as response:']
innocent: "the function runs once, or sends one batch inside the block"
symptom: [slow]
lint: []
corrects:
  - said: "a function that opens a session for its one request, in most examples"
    instead: "one session for the program, passed in"
---
"""

import asyncio

import aiohttp
from aiohttp import web


# region snippet
async def fetch_price(url: str) -> str:
    async with aiohttp.ClientSession() as session:  # BUG: a new pool each time
        async with session.get(url) as response:
            return await response.text()


async def watch_price(url: str) -> None:
    for _ in range(20):
        await fetch_price(url)


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
