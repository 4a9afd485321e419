r"""Behind an http middleware, is_disconnected does not hear of the client's end.

---
failure: silent
expect:
  metrics:
    rows_for_nobody: "== 100"
symptom: [not-stopped]
requires: {packages: ["fastapi>=0.115", "uvicorn>=0.30"]}
grep: {none: "is_disconnected() behind a middleware made with BaseHTTPMiddleware or @app.middleware"}
lint: []
---
"""

import asyncio

import uvicorn
from fastapi import FastAPI, Request, Response
from starlette.middleware.base import RequestResponseEndpoint

app = FastAPI()
started = asyncio.Event()


# region snippet
@app.middleware("http")  # BUG: the endpoint gets another receive
async def add_header(request: Request, call_next: RequestResponseEndpoint) -> Response:
    response = await call_next(request)
    response.headers["x-shop"] = "7"
    return response


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
