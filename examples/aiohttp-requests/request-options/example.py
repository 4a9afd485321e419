r"""What all requests share belongs to the session, what one needs to its call.

---
expect:
  stdout: |
    chairs in stock: 4
    order 7 for chair
    refused: 409 Conflict
requires: {packages: [aiohttp]}
---
"""

import asyncio

import aiohttp
from aiohttp import web


# region snippet
def open_session(shop: str, token: str) -> aiohttp.ClientSession:
    return aiohttp.ClientSession(
        base_url=shop,
        headers={"Authorization": f"Bearer {token}"},
        timeout=aiohttp.ClientTimeout(total=30, connect=5),
        raise_for_status=True,
    )


async def count_stock(session: aiohttp.ClientSession, sku: str) -> int:
    async with session.get("stock", params={"sku": sku}) as response:
        return (await response.json())["count"]


async def place_order(session: aiohttp.ClientSession, sku: str) -> int:
    quick = aiohttp.ClientTimeout(total=2)
    async with session.post("orders", json={"sku": sku}, timeout=quick) as response:
        return (await response.json())["order"]


# endregion


async def serve_shop(request: web.Request) -> web.Response:
    order = await request.json() if request.can_read_body else {}
    if request.headers["Authorization"] != "Bearer secret":
        return web.Response(status=401)
    if order.get("sku") == "lamp":
        return web.Response(status=409)
    return web.json_response({"count": 4, "order": 7})


async def main() -> None:
    app = web.Application()
    app.router.add_get("/v1/stock", serve_shop)
    app.router.add_post("/v1/orders", serve_shop)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    async with open_session(f"http://{host}:{port}/v1/", "secret") as session:
        print("chairs in stock:", await count_stock(session, "chair"))
        print("order", await place_order(session, "chair"), "for chair")
        try:
            await place_order(session, "lamp")
        except aiohttp.ClientResponseError as error:
            print("refused:", error.status, error.message)
    await runner.cleanup()


asyncio.run(main())
