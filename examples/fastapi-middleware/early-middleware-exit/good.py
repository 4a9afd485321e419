r"""A plain ASGI middleware returns after the last byte.

---
expect:
  stdout: |
    session closed
    rows received: 3
requires: {packages: ["fastapi>=0.115", "uvicorn>=0.30"]}
---
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import StreamingResponse
from starlette.types import ASGIApp, Receive, Scope, Send

app = FastAPI()


class Session:
    closed = False

    async def fetch(self) -> str:
        await asyncio.sleep(0)
        if self.closed:
            raise RuntimeError("session is closed")
        return "row\n"


@asynccontextmanager
async def open_session() -> AsyncIterator[Session]:
    session = Session()
    try:
        yield session
    finally:
        session.closed = True
        print("session closed")


# region snippet
class GiveSession:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        async with open_session() as session:
            scope.setdefault("state", {})["session"] = session
            await self.app(scope, receive, send)  # FIX: returns after the last byte


app.add_middleware(GiveSession)


async def export_rows(session: Session) -> AsyncIterator[str]:
    for _ in range(3):
        yield await session.fetch()


@app.get("/rows")
async def stream_rows(request: Request) -> StreamingResponse:
    return StreamingResponse(export_rows(request.state.session))


# endregion


async def main() -> None:
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.001)
    port = server.servers[0].sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /rows HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n")
    answer = await reader.read()
    writer.close()
    server.should_exit = True
    await serving
    print("rows received:", answer.count(b"row\n"))


asyncio.run(main())
