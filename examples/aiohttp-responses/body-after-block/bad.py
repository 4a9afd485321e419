r"""A response that leaves its block unread has lost its body.

---
failure: exception
expect:
  exit: 1
  stderr: ["ClientConnectionError: Connection closed"]
requires: {packages: [aiohttp]}
grep:
  pattern: 'async with [^\n]*\.(get|post|put|patch|delete|request)\([^\n]*\) as (\w+):[^\n]*\n[ \t]+(return|yield) (resp|response|answer|reply|res|r)[ \t]*(#[^\n]*)?\n'
  multiline: true
innocent: "the caller looks at the status and the headers only"
lint: []
---
"""

import asyncio

import aiohttp
from aiohttp import web


# region snippet
async def fetch(session: aiohttp.ClientSession, url: str) -> aiohttp.ClientResponse:
    async with session.get(url) as response:
        return response  # BUG: the end of the block drops what is unread


async def show_price(session: aiohttp.ClientSession, url: str) -> None:
    response = await fetch(session, url)
    print("price:", await response.text())


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
