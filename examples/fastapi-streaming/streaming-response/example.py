r"""A stream of a client that has gone is cancelled, and its finally runs.

---
expect:
  stdout: |
    subscribed
    client read: order-1
    unsubscribed after CancelledError
requires: {packages: ["fastapi>=0.115", "uvicorn>=0.54"]}
lint: [ruff:ASYNC110, flake8-async:ASYNC124]
---
"""

import asyncio
from collections.abc import AsyncIterator

import uvicorn
from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()
orders: asyncio.Queue[str] = asyncio.Queue()
left = asyncio.Event()


# region snippet
async def follow_orders() -> AsyncIterator[str]:
    print("subscribed")
    try:
        while True:
            yield await orders.get() + "\n"
    except BaseException as error:
        print("unsubscribed after", type(error).__name__)
        raise
    finally:
        left.set()  # synchronous: an await here would be cancelled too


@app.get("/orders")
async def stream_orders() -> StreamingResponse:
    return StreamingResponse(follow_orders(), media_type="text/plain")


# endregion


async def main() -> None:
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical"))
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.001)
    host, port = server.servers[0].sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(b"GET /orders HTTP/1.1\r\nHost: shop\r\n\r\n")
    await orders.put("order-1")
    await reader.readuntil(b"order-1")
    print("client read: order-1")
    writer.close()
    await left.wait()
    server.should_exit = True
    await serving


asyncio.run(main())
