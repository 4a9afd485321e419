r"""An await in the finally of a cancelled stream is cancelled as well.

---
failure: leak
expect:
  stdout: |
    client read: order-1
    cursors left open: 1
symptom: [leak, late-cleanup]
requires: {packages: ["fastapi>=0.115", "uvicorn>=0.54"]}
grep:
  pattern: '\b(while|for) [^\n]*:[^\n]*\n([ \t]+[^\n]*\n){0,6}?[ \t]+yield\b[^\n]*\n([ \t]+[^\n]*\n){0,4}?[ \t]+finally:[^\n]*\n[ \t]+await '
  multiline: true
innocent: "a generator that no response streams; one whose clean-up may be skipped"
lint: []
---
"""

import asyncio
from collections.abc import AsyncIterator

import uvicorn
from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()
opened: list["Cursor"] = []


class Cursor:
    def __init__(self) -> None:
        opened.append(self)
        self.fetched = False

    async def fetch(self) -> str:
        if self.fetched:
            await asyncio.sleep(60)
        self.fetched = True
        return "order-1\n"

    async def close(self) -> None:
        await asyncio.sleep(0)  # a word to the database
        opened.remove(self)


# region snippet
async def export_orders() -> AsyncIterator[str]:
    cursor = Cursor()
    try:
        while True:
            yield await cursor.fetch()
    finally:
        await cursor.close()  # BUG: cancelled again, at its first wait


@app.get("/orders")
async def stream_orders() -> StreamingResponse:
    return StreamingResponse(export_orders(), media_type="text/plain")


# endregion


async def main() -> None:
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical"))
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.001)
    port = server.servers[0].sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /orders HTTP/1.1\r\nHost: shop\r\n\r\n")
    await reader.readuntil(b"order-1")
    print("client read: order-1")
    writer.close()
    server.should_exit = True
    await serving  # the server waits for the stream
    print("cursors left open:", len(opened))


asyncio.run(main())
