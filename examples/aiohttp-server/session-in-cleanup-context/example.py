r"""A cleanup context opens what the application needs and closes it after the last request.

---
expect:
  stdout: |
    session open
    20 EUR
    session closed
requires: {packages: [aiohttp]}
lint: [ruff:ASYNC119, flake8-async:ASYNC119]
---
"""

import asyncio
from collections.abc import AsyncGenerator

import aiohttp
from aiohttp import web


# region snippet
SESSION = web.AppKey("session", aiohttp.ClientSession)


async def client_session(app: web.Application) -> AsyncGenerator[None]:
    async with aiohttp.ClientSession() as session:
        app[SESSION] = session
        print("session open")
        yield
    print("session closed")


async def show_price(request: web.Request) -> web.Response:
    shop = request.url.with_path("/shop")
    async with request.app[SESSION].get(shop, raise_for_status=True) as response:
        return web.Response(text=await response.text())


def make_app() -> web.Application:
    app = web.Application()
    app.cleanup_ctx.append(client_session)
    app.router.add_get("/price", show_price)
    return app


# endregion


async def serve_shop(request: web.Request) -> web.Response:
    return web.Response(text=await request.text() or "20 EUR")


async def main() -> None:
    app = make_app()
    app.router.add_get("/shop", serve_shop)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    async with aiohttp.request("GET", f"http://{host}:{port}/price") as response:
        print(await response.text())
    await runner.cleanup()


asyncio.run(main())
