r"""The loop over a websocket ends without an exception when the server has vanished.

---
failure: silent
expect:
  stdout: |
    ['A-1 lamp', 'A-2 chair']
symptom: [lost-error, wrong-data]
requires: {packages: [aiohttp]}
grep:
  none: >-
    async for over a websocket of ws_connect, whose end is taken for the end of the data, where nothing reads close_code
lint: []
---
"""

import asyncio

import aiohttp
from aiohttp import web


# region snippet
async def fetch_orders(session: aiohttp.ClientSession, url: str) -> list[str]:
    orders = []
    async with session.ws_connect(url) as feed:
        async for message in feed:  # BUG: ends like that when the server is gone
            orders.append(message.data)
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
