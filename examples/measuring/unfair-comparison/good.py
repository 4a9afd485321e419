r"""A comparison is fair when both sides read what they ask for.

---
expect:
  stdout: |
    one by one: 10 answers, 10000 bytes read
    together: 10 answers, 10000 bytes read
requires: {packages: [aiohttp]}
---
"""

import asyncio
import time
from collections.abc import Sequence
from urllib.request import urlopen

import aiohttp
from aiohttp import web


durations: dict[str, float] = {}  # seconds


def report(name: str, answers: Sequence[object], started: float) -> None:
    durations[name] = time.perf_counter() - started
    read = sum(len(answer) for answer in answers if isinstance(answer, bytes))
    print(f"{name}: {len(answers)} answers, {read} bytes read")


# region snippet
def read_each(urls: list[str]) -> list[bytes]:
    return [urlopen(url).read() for url in urls]


async def fetch(session: aiohttp.ClientSession, url: str) -> bytes | int:
    async with session.get(url) as response:
        return await response.read()  # FIX: as the other side does


async def compare(urls: list[str]) -> None:
    started = time.perf_counter()
    report("one by one", await asyncio.to_thread(read_each, urls), started)
    started = time.perf_counter()
    async with aiohttp.ClientSession() as session:
        answers = await asyncio.gather(*(fetch(session, url) for url in urls))
    report("together", answers, started)


# endregion


async def serve_price(request: web.Request) -> web.Response:
    return web.Response(body=bytes(1_000))


async def main() -> None:
    app = web.Application()
    app.router.add_get("/", serve_price)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    await compare([f"http://{host}:{port}/"] * 10)
    await runner.cleanup()


asyncio.run(main())
