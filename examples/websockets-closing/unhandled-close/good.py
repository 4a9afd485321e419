r"""async for ends with the connection, and finally runs on every way out.

---
expect:
  stdout: |
    stored: a
    cart of the client: free
requires: {packages: ["websockets>=14"]}
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
    try:
        async for item in client:  # FIX: ends with the connection
            print("stored:", item)
            await client.send("stored")
    finally:
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
