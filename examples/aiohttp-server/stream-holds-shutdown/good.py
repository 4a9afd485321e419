r"""Streams are told to end before the server waits for them.

---
expect:
  stdout: |
    stopping
    stopped; last bytes: b''
requires: {packages: [aiohttp]}
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
async def end_streams(app: web.Application) -> None:
    for orders in listeners:
        orders.put_nowait(None)


def make_runner() -> web.AppRunner:
    app = web.Application()
    app.router.add_get("/orders", stream_orders)
    app.on_shutdown.append(end_streams)  # FIX: tells them before it waits
    return web.AppRunner(app)


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
