r"""A status of 4xx or 5xx raises nothing, so an error page passes for data.

---
failure: silent
expect:
  stdout: |
    stored: <h1>Try again later</h1>
symptom: [lost-error, wrong-data]
requires: {packages: [aiohttp]}
grep:
  pattern: 'async with [^\n]*[Ss]ession\w*\.(get|post|put|patch|delete|request)\([^\n]*:[^\n]*\n[^\n]*(= |return |\()await \w+\.(text|json|read)\('
  multiline: true
  hits: ["async with self._session.post(url, json=order) as response:\n    receipt = await response.json()\n"]
innocent: "the session or the call has raise_for_status=True, or the status is looked at afterwards"
lint: []
---
"""

import asyncio

import aiohttp
from aiohttp import web


# region snippet
async def store_prices(session: aiohttp.ClientSession, url: str) -> None:
    async with session.get(url) as response:
        prices = await response.text()  # BUG: the text of whatever status came
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
