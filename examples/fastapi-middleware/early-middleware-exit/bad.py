r"""call_next returns when the answer begins, before its body is sent.

---
failure: warning
expect:
  stdout: |
    session closed
    rows received: 0
  stderr: ["RuntimeError: session is closed"]
symptom: [late-cleanup, wrong-data]
requires: {packages: ["fastapi>=0.115", "uvicorn>=0.30"]}
grep:
  - pattern: '\bwith [^\n]*:\n[ \t]+(return|\w+ =) await call_next\('
    multiline: true
  - pattern: '\bawait call_next\([^\n]*\n[ \t]+finally:'
    multiline: true
    hits: ["        return await call_next(request)\n    finally:\n        await session.close()\n"]
innocent: "no response is streamed, or what ends there is not used by the body"
lint: []
---
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.responses import StreamingResponse
from starlette.middleware.base import RequestResponseEndpoint

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
@app.middleware("http")
async def give_session(
    request: Request, call_next: RequestResponseEndpoint
) -> Response:
    async with open_session() as request.state.session:
        return await call_next(request)  # BUG: returns before the body is sent


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
