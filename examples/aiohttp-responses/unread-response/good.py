r"""async with gives the connection back, and reading to the end keeps it open.

---
expect:
  stdout: |
    orders: 200
    invoices: 200
requires: {packages: [aiohttp]}
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
            async with session.get(f"{url}/{export}") as response:  # FIX: gives it back
                await response.read()
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
