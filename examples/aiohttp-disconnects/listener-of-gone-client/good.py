r"""A handler that writes now and then learns at the next write that its client has gone.

---
expect:
  stdout: |
    listeners: 1
    listeners left: 0
requires: {packages: [aiohttp]}
---
"""

import asyncio

import aiohttp
from aiohttp import web

PAUSE = 0.02  # seconds without an order; 15 in a real service


# region snippet
listeners: set[asyncio.Queue[str]] = set()


async def stream_orders(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
    await response.prepare(request)
    orders: asyncio.Queue[str] = asyncio.Queue(maxsize=100)
    listeners.add(orders)
    try:
        while True:
            try:
                async with asyncio.timeout(PAUSE):
                    event = f"data: {await orders.get()}\n\n"
            except TimeoutError:
                event = ": ping\n\n"  # FIX: a write fails once the client is gone
            await response.write(event.encode())
    except ConnectionResetError:  # of a write: the client has gone
        return response
    finally:
        listeners.discard(orders)


# endregion


async def main() -> None:
    app = web.Application()
    app.router.add_get("/orders", stream_orders)
    runner = web.AppRunner(app, shutdown_timeout=0.01)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    async with aiohttp.request("GET", f"http://{host}:{port}/orders"):
        print("listeners:", len(listeners))
    for _ in range(30):  # the client is gone; the server has time to notice
        if not listeners:
            break
        await asyncio.sleep(0.01)
    print("listeners left:", len(listeners))
    await runner.cleanup()


asyncio.run(main())
