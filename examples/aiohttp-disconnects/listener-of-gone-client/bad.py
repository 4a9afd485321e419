r"""A handler that only waits for news never learns that its client has gone.

---
failure: leak
expect:
  stdout: |
    listeners: 1
    listeners left: 1
symptom: [leak, memory]
requires: {packages: [aiohttp]}
grep:
  pattern: '= await [\w.]+\.get\(\)[^\n]*\n[^\n]*await [\w.]+\.(write|send_str|send_json|send_bytes)\('
  multiline: true
  hits: ["order = await self.orders.get()\nawait websocket.send_json(order)\n"]
innocent: "handler_cancellation=True, or another task reads the websocket and ends this one"
lint: []
---
"""

import asyncio

import aiohttp
from aiohttp import web


# region snippet
listeners: set[asyncio.Queue[str]] = set()


async def stream_orders(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
    await response.prepare(request)
    orders: asyncio.Queue[str] = asyncio.Queue(maxsize=100)
    listeners.add(orders)
    try:
        while True:
            order = await orders.get()  # BUG: hears of no client that leaves
            await response.write(f"data: {order}\n\n".encode())
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
