r"""A plain ASGI middleware leaves receive to the endpoint.

---
expect:
  metrics:
    rows_for_nobody: "<= 50"
requires: {packages: ["fastapi>=0.115", "uvicorn>=0.30"]}
---
"""

import asyncio

import uvicorn
from fastapi import FastAPI, Request
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

app = FastAPI()
started = asyncio.Event()


# region snippet
class AddHeader:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def add_header(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["x-shop"] = "7"
            await send(message)

        await self.app(scope, receive, add_header)  # FIX: receive as it came


app.add_middleware(AddHeader)


@app.get("/rows")
async def list_rows(request: Request) -> None:
    rows = 0
    while rows < 100 and not await request.is_disconnected():
        await make_row()
        rows += 1
    print(f"metric rows_for_nobody={rows}")


# endregion


async def make_row() -> None:
    started.set()
    await asyncio.sleep(0.001)


async def main() -> None:
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical"))
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.001)
    port = server.servers[0].sockets[0].getsockname()[1]
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /rows HTTP/1.1\r\nHost: shop\r\n\r\n")
    await started.wait()
    writer.transport.abort()
    server.should_exit = True
    await serving  # the server waits for the endpoint


asyncio.run(main())
