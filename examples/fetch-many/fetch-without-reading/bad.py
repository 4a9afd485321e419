r"""The body of a response that leaves its session unread is gone.

---
failure: exception
expect:
  exit: 1
  stderr:
    - "RuntimeError: Connection closed."
requires: {packages: [aiohttp]}
grep:
  - '(gather|append)\(\s*\*?[\[(]?\s*[\w.]*[Ss]ession\w*\.(get|post|put|patch|delete|head|options|request)\('
  - pattern: '^\s*\w+ = \[[\w.]*[Ss]ession\w*\.(get|post|put|patch|delete|head|options|request)\('
    hits: ['        pending = [session.get(url) for url in urls]']
  - pattern: 'async with [^\n]*\.(get|post|put|patch|delete|head|options|request)\([^\n]*as \w+:[^\n]*\n\s+return \w+(, \w+)*\s*(#[^\n]*)?\n'
    multiline: true
    hits:
      - |
        async with session.get(url) as response:
            return response
innocent: "the body is read before the session's block ends, or only status or headers are used"
lint: []
corrects:
  - said: gathers session.get(url) for a list of URLs and hands the responses out of the session
    instead: a coroutine per URL that reads the body inside async with and returns the data
---
"""

import asyncio

import aiohttp
from aiohttp import web


# region snippet
async def fetch_exports(urls: list[str]) -> list[aiohttp.ClientResponse]:
    async with aiohttp.ClientSession() as session:
        return await asyncio.gather(*(session.get(url) for url in urls))  # BUG: unread


async def store_exports(urls: list[str]) -> None:
    for export in await fetch_exports(urls):
        print(f"{len(await export.read())} bytes")


# endregion


async def serve_export(request: web.Request) -> web.Response:
    return web.Response(body=bytes(2_000_000))  # more than aiohttp reads ahead


async def main() -> None:
    app = web.Application()
    app.router.add_get("/{export}", serve_export)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    await store_exports([f"http://{host}:{port}/{e}" for e in ("orders", "invoices")])
    await runner.cleanup()


asyncio.run(main())
