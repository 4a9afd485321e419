r"""A handler for TimeoutError in front takes every timeout of aiohttp.

---
expect:
  stdout: |
    order-7 perhaps paid, ask the bank: SocketTimeoutError
requires: {packages: [aiohttp]}
---
"""

import asyncio

import aiohttp
from aiohttp import web

LIMIT = aiohttp.ClientTimeout(sock_read=0.05)  # seconds without a byte


# region snippet
async def pay(session: aiohttp.ClientSession, url: str, order: str) -> None:
    try:
        async with session.post(url) as response:
            await response.read()
    except TimeoutError as error:  # FIX: before the class that it also belongs to
        print(f"{order} perhaps paid, ask the bank: {type(error).__name__}")
    except aiohttp.ClientError as error:
        print(f"{order} refused: {type(error).__name__}")


# endregion


async def take_payment(request: web.Request) -> web.Response:
    await asyncio.sleep(5)  # a slow bank
    return web.Response()


async def main() -> None:
    app = web.Application()
    app.router.add_post("/", take_payment)
    runner = web.AppRunner(app, shutdown_timeout=0.01)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    async with aiohttp.ClientSession(timeout=LIMIT) as session:
        await pay(session, f"http://{host}:{port}/", "order-7")
    await runner.cleanup()


asyncio.run(main())
