r"""A request begins, and its limit with it, when a connection is free.

---
expect:
  stdout: |
    all answered: True
    failed with: nothing
requires: {packages: [aiohttp]}
---
"""

import asyncio

import aiohttp
from aiohttp import web

LIMIT = aiohttp.ClientTimeout(total=0.5)  # seconds for one request
DELAY = 0.02  # seconds the shop takes for one request


# region snippet
free = asyncio.Semaphore(1)  # as many as the pool's limit


async def fetch_price(session: aiohttp.ClientSession, url: str) -> str:
    async with free, session.get(url) as response:  # FIX: waits before it begins
        return await response.text()


async def fetch_all(url: str) -> list[str | BaseException]:
    pool = aiohttp.TCPConnector(limit=1)  # without it 100, and the 101st waits
    async with aiohttp.ClientSession(connector=pool, timeout=LIMIT) as session:
        fetches = [fetch_price(session, f"{url}/{sku}") for sku in range(40)]
        return await asyncio.gather(*fetches, return_exceptions=True)


# endregion


async def serve_price(request: web.Request) -> web.Response:
    await asyncio.sleep(DELAY)
    return web.Response(text="20 EUR")


async def main() -> None:
    app = web.Application()
    app.router.add_get("/{sku}", serve_price)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    answers = await fetch_all(f"http://{host}:{port}")
    failures = {type(a).__name__ for a in answers if not isinstance(a, str)}
    print("all answered:", not failures)
    print("failed with:", ", ".join(failures) or "nothing")
    await runner.cleanup()


asyncio.run(main())
