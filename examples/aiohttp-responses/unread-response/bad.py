r"""A response that is never read nor released keeps its connection.

---
failure: hang
expect:
  exit: timeout
  within: 0.5
  stdout: |
    orders: 200
requires: {packages: [aiohttp]}
grep:
  - pattern: 'await [\w.]*[Ss]ession\w*\.(get|post|put|patch|delete|head|options|request)\(\s*(f?["'']|[\w.]*([Uu]rl|URL|uri|endpoint|link|path|method)|str\()'
    hits:
      - "response = await self._session.post(url, json=order)"
  - pattern: '(gather\(\s*\*?|wait_for\(|[\[(])[\[(]?\b[\w.]*[Ss]ession\w*\.(get|post|put|patch|delete|head|options|request)\(\s*(f?[\x22'']https?:|[\w.]*([Uu]rl|URL|uri|endpoint|link))'
    hits:
      - "response = await asyncio.wait_for(session.get(url), 5)"
      - "responses = await asyncio.gather(*[session.get(url) for url in urls])"
innocent: "the body is read or released on every path, or it is SQLAlchemy's session"
symptom: [hang, slow-under-load]
lint: []
corrects:
  - said: "await session.get(url) without reading the body, as the good way to reuse a session"
    instead: "async with session.get(url) as response, and read the body"
---
"""

import asyncio

import aiohttp
from aiohttp import web


# region snippet
async def check_exports(url: str) -> None:
    pool = aiohttp.TCPConnector(limit=1)  # without it 100, and the 101st waits
    async with aiohttp.ClientSession(connector=pool) as session:
        for export in ("orders", "invoices"):
            response = await session.get(f"{url}/{export}")  # BUG: keeps the connection
            print(f"{export}: {response.status}")


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
    await check_exports(f"http://{host}:{port}")
    await runner.cleanup()


asyncio.run(main())
