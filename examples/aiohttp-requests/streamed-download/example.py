r"""A download in pieces holds one piece in memory, however large the file is.

---
expect:
  stdout: |
    export.csv: 20000000 bytes
  metrics:
    peak_share: "<= 0.2"
requires: {packages: [aiohttp]}
---
"""

import asyncio
import tracemalloc
from pathlib import Path

import aiohttp
from aiohttp import web

SIZE = 20_000_000  # bytes
TARGET = Path("export.csv")


# region snippet
PIECE = 1 << 18  # bytes
LIMIT = aiohttp.ClientTimeout(total=None, sock_connect=10, sock_read=30)  # seconds


async def download(session: aiohttp.ClientSession, url: str, target: Path) -> None:
    async with session.get(url, timeout=LIMIT, raise_for_status=True) as response:
        with await asyncio.to_thread(target.open, "wb") as file:
            async for piece in response.content.iter_chunked(PIECE):
                await asyncio.to_thread(file.write, piece)


# endregion


async def serve_export(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    for _ in range(SIZE // 100_000):
        await response.write(bytes(100_000))
    return response


async def main() -> None:
    app = web.Application()
    app.router.add_get("/export", serve_export)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    async with aiohttp.ClientSession() as session:
        tracemalloc.start()
        await download(session, f"http://{host}:{port}/export", TARGET)
        _, peak = tracemalloc.get_traced_memory()
    print(f"metric peak_share={peak / SIZE:.2f}")
    await runner.cleanup()


asyncio.run(main())
print(f"{TARGET}: {TARGET.stat().st_size} bytes")
