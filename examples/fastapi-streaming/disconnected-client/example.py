r"""An endpoint that looks after its client stops when the client has gone.

---
expect:
  stdout: |
    report of 2025: started
    report of 2025: cancelled
requires: {packages: ["fastapi>=0.115", "uvicorn>=0.30"]}
lint: [ruff:ASYNC110]
---
"""

import asyncio

import uvicorn
from fastapi import FastAPI, Request, Response

app = FastAPI()
started = asyncio.Event()


async def make_report(year: int) -> str:
    print(f"report of {year}: started")
    started.set()
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print(f"report of {year}: cancelled")
        raise
    return "report"


# region snippet
@app.get("/reports/{year}")
async def show_report(year: int, request: Request) -> Response:
    report = asyncio.create_task(make_report(year))
    try:
        while not report.done():
            await asyncio.wait([report], timeout=0.1)
            if await request.is_disconnected():
                return Response(status_code=499)  # nobody reads it
        return Response(report.result())
    finally:
        report.cancel()
        await asyncio.wait([report])


# endregion


async def main() -> None:
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical"))
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.001)
    port = server.servers[0].sockets[0].getsockname()[1]
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /reports/2025 HTTP/1.1\r\nHost: shop\r\n\r\n")
    await started.wait()
    writer.close()
    server.should_exit = True
    await serving  # the server waits for the endpoint


asyncio.run(main())
