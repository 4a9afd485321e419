r"""A stop waits twice the shutdown timeout for a stream that nobody ends.

---
failure: hang
expect:
  exit: timeout
  within: 0.5
  stdout: |
    stopping
symptom: [hang-at-exit]
requires: {packages: [aiohttp]}
grep: {none: "a handler with an endless loop or a websocket, in an application without on_shutdown that ends it"}
lint: []
---
"""

import asyncio

import aiohttp
from aiohttp import web

listeners: set[asyncio.Queue[str | None]] = set()


async def stream_orders(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
    await response.prepare(request)
    orders: asyncio.Queue[str | None] = asyncio.Queue()
    listeners.add(orders)
    try:
        while (order := await orders.get()) is not None:
            await response.write(f"data: {order}\n\n".encode())
    finally:
        listeners.discard(orders)
    return response


# region snippet
def make_runner() -> web.AppRunner:
    app = web.Application()
    app.router.add_get("/orders", stream_orders)
    return web.AppRunner(app)  # BUG: cleanup waits for streams that never end


# endregion


async def main() -> None:
    runner = make_runner()
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    async with aiohttp.ClientSession() as session:
        async with session.get(f"http://{host}:{port}/orders") as response:
            print("stopping", flush=True)
            await runner.cleanup()
            print("stopped; last bytes:", await response.read())


asyncio.run(main())
