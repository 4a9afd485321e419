r"""A receive beside the send ends both when the client leaves.

---
expect:
  stdout: |
    clients: 0, subscriptions: 0
requires: {packages: ["fastapi>=0.115", "uvicorn>=0.30", "websockets>=14"]}
---
"""

import asyncio
import contextlib
from collections.abc import Iterator

import uvicorn
import websockets
from fastapi import FastAPI, WebSocket, WebSocketDisconnect

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
async def send_all(socket: WebSocket, news: asyncio.Queue[str]) -> None:
    while True:
        await socket.send_text(await news.get())


@app.websocket("/news")
async def show_news(socket: WebSocket) -> None:
    await socket.accept()
    with subscribe() as news:
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(send_all(socket, news))
                while True:
                    await socket.receive_text()  # FIX: raises when the client goes
        except* WebSocketDisconnect:
            pass


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
