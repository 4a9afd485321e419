r"""The close code tells whether the server has said all.

---
expect:
  stdout: |
    incomplete: closed with 1006
requires: {packages: [aiohttp]}
---
"""

import asyncio

import aiohttp
from aiohttp import web


# region snippet
async def fetch_orders(session: aiohttp.ClientSession, url: str) -> list[str]:
    orders = []
    async with session.ws_connect(url) as feed:
        async for message in feed:
            orders.append(message.data)
        if feed.close_code != aiohttp.WSCloseCode.OK:  # FIX: 1006 if it is gone
            raise ConnectionError(f"closed with {feed.close_code}")
    return orders


# endregion


async def send_orders(request: web.Request) -> web.WebSocketResponse:
    feed = web.WebSocketResponse()
    await feed.prepare(request)
    await feed.send_str("A-1 lamp")
    await feed.send_str("A-2 chair")
    request.transport.close()  # the server dies before it sends A-3
    return feed


async def main() -> None:
    app = web.Application()
    app.router.add_get("/orders", send_orders)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    async with aiohttp.ClientSession() as session:
        try:
            print(await fetch_orders(session, f"http://{host}:{port}/orders"))
        except ConnectionError as error:
            print("incomplete:", error)
    await runner.cleanup()


asyncio.run(main())
