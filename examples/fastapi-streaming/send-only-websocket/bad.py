r"""A WebSocket endpoint that only sends does not hear that its client left.

---
failure: leak
expect:
  stdout: |
    clients: 0, subscriptions: 3
requires: {packages: ["fastapi>=0.115", "uvicorn>=0.30", "websockets>=14"]}
grep:
  - pattern: '\.accept\([^\n]*\n(([^r\n]|r[^e\n]|re[^c\n]|rec[^e\n])*r?e?c?\n){0,12}?[ \t]+(while |async for )(([^r\n]|r[^e\n]|re[^c\n]|rec[^e\n])*r?e?c?\n){1,6}?[ \t]+await [\w.]+\.send_(text|json|bytes)\('
    multiline: true
    hits:
      - "    await websocket.accept()\n    async for record in feeder:\n        await websocket.send_json(record)\n"
innocent: "another task receives, or it sends every few seconds"
symptom: [memory]
lint: []
---
"""

import asyncio
import contextlib
from collections.abc import Iterator

import uvicorn
import websockets
from fastapi import FastAPI, WebSocket

app = FastAPI()
subscriptions: list[asyncio.Queue[str]] = []


@contextlib.contextmanager
def subscribe() -> Iterator[asyncio.Queue[str]]:
    news = asyncio.Queue[str]()
    subscriptions.append(news)
    try:
        yield news
    finally:
        subscriptions.remove(news)


# region snippet
@app.websocket("/news")
async def show_news(socket: WebSocket) -> None:
    await socket.accept()
    with subscribe() as news:
        while True:
            await socket.send_text(await news.get())  # BUG: nobody receives


# endregion


async def main() -> None:
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical"))
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.001)
    port = server.servers[0].sockets[0].getsockname()[1]
    for _ in range(3):
        async with websockets.connect(f"ws://127.0.0.1:{port}/news"):
            pass
    for _ in range(25):
        if subscriptions:
            await asyncio.sleep(0.01)
    print(f"clients: 0, subscriptions: {len(subscriptions)}")
    for news in subscriptions:
        news.put_nowait("at last")  # whom it reaches ends: the send fails
    server.should_exit = True
    await serving  # the server waits for the endpoints


asyncio.run(main())
