r"""A timeout of aiohttp's socket is a ClientError too, and lands in its handler.

---
failure: silent
expect:
  stdout: |
    order-7 refused: SocketTimeoutError
requires: {packages: [aiohttp]}
grep:
  pattern: 'except\s+\(?aiohttp\.ClientError\b[^\n]*:[^\n]*\n(\s+[^\n]*\n){1,6}?\s+except\s+\(?(asyncio\.)?TimeoutError\b'
  multiline: true
innocent: "both handlers do the same, or total is the only limit"
symptom: [wrong-data]
lint: []
corrects:
  - said: "handle ClientError first, then TimeoutError"
    instead: "TimeoutError first: connect and read timeouts are both"
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
    except aiohttp.ClientError as error:  # BUG: takes the timeouts as well
        print(f"{order} refused: {type(error).__name__}")
    except TimeoutError as error:
        print(f"{order} perhaps paid, ask the bank: {type(error).__name__}")


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
