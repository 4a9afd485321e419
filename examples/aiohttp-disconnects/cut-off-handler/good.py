r"""By default a handler runs to its end, whether its client waits or not.

---
expect:
  stdout: |
    charged: ['7'], booked: ['7']
requires: {packages: [aiohttp]}
---
"""

import asyncio

from aiohttp import web

WRITTEN = asyncio.Event()


# region snippet
async def check_out(request: web.Request) -> web.Response:
    order = request.match_info["order"]
    await charge(order)
    await book(order, WRITTEN)
    return web.Response(text="paid")


def make_runner() -> web.AppRunner:
    app = web.Application()
    app.router.add_post("/orders/{order}", check_out)
    return web.AppRunner(app)  # FIX: goes on without the client


# endregion


charged: list[str] = []
booked: list[str] = []


async def charge(order: str) -> None:
    await asyncio.sleep(0)
    charged.append(order)


async def book(order: str, written: asyncio.Event) -> None:
    await written.wait()  # until the database has it
    booked.append(order)


async def main() -> None:
    runner = make_runner()
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    _, client = await asyncio.open_connection(host, port)
    client.write(b"POST /orders/7 HTTP/1.1\r\nHost: shop\r\n\r\n")
    while not charged:
        await asyncio.sleep(0.001)
    client.close()
    for _ in range(20):  # turns in which the server hears of it
        await asyncio.sleep(0.001)
    WRITTEN.set()
    await asyncio.sleep(0.01)
    print(f"charged: {charged}, booked: {booked}")
    await runner.cleanup()


asyncio.run(main())
