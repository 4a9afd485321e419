r"""A comparison in which one side reads no bodies measures unlike work.

---
failure: silent
expect:
  stdout: |
    one by one: 10 answers, 10000 bytes read
    together: 10 answers, 0 bytes read
requires: {packages: [aiohttp]}
grep:
  - pattern: 'async with [^\n]*\.(get|post|put|patch|delete|head|options|request)\([^\n]*as (\w+)[^\n]*:[^\n]*\n\s+(return |\w+\.append\()\w+\.(status|ok|reason|headers|url)\b'
    multiline: true
  - pattern: '(gather|append)\(\s*\*?[\[(]?\s*[\w.]*([Ss]ession|[Cc]lient)\w*\.(get|post|request)\('
    hits: ['results = await asyncio.gather(*[session.get(url) for url in urls])']
innocent: "no timing is near, or the program reads no body either: a probe, a HEAD request"
symptom: [wrong-data]
lint: []
corrects:
  - said: times a blocking loop that decodes each body against a gather of session.get that reads none
    instead: the same work on both sides, the blocking side in a thread, and threads as a third side
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
        return response.status  # BUG: the body is left on the way


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
