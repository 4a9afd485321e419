r"""The end of a connection is an exception, and skips what follows the loop.

---
failure: silent
expect:
  stdout: |
    stored: a
    cart of the client: still held
symptom: [leak, late-cleanup]
requires: {packages: ["websockets>=14"]}
grep:
  pattern: '^[ \t]*while (True|1):[^\n]*\n[ \t]+(\w+ = )?(await )?[^\n]*await \w*(ws|websocket|socket|client|connection|conn)\w*\.(recv|receive_text|receive_json|receive_bytes)\('
  multiline: true
  hits: ["    while True:\n        data = await websocket.receive_text()\n"]
innocent: "a try outside of the loop handles ConnectionClosed (FastAPI: WebSocketDisconnect)"
lint: []
---
"""

import asyncio
import logging

from websockets.asyncio.client import connect
from websockets.asyncio.server import ServerConnection, serve

logging.getLogger("websockets").addHandler(logging.NullHandler())
logging.getLogger("websockets").propagate = False
cart = "free"


# region snippet
async def handle(client: ServerConnection) -> None:
    global cart
    cart = "still held"
    while True:
        item = await client.recv()  # BUG: raises when the client closes
        print("stored:", item)
        await client.send("stored")
    cart = "free"


# endregion


async def main() -> None:
    async with serve(handle, "127.0.0.1", 0) as server:
        url = f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        async with connect(url) as client:
            await client.send("a")
            await client.recv()
    print("cart of the client:", cart)


asyncio.run(main())
