r"""A handler that receives and sends at the same time ends both when one ends.

---
expect:
  stdout: |
    client got: order-7 placed
    client got: order-8 placed
    server got: pause
    handlers left: 0
requires: {packages: ["websockets>=14"]}
---
"""

import asyncio
from contextlib import suppress

from websockets.asyncio.client import connect
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed

news: asyncio.Queue[str] = asyncio.Queue()
handlers = 0


# region snippet
async def take_commands(client: ServerConnection) -> None:
    async for command in client:
        print("server got:", command)


async def send_news(client: ServerConnection) -> None:
    with suppress(ConnectionClosed):  # the reader still takes what has arrived
        while True:
            await client.send(await news.get())


async def handle(client: ServerConnection) -> None:
    try:
        async with asyncio.TaskGroup() as group:
            sending = group.create_task(send_news(client))
            await take_commands(client)  # ends when the client closes
            sending.cancel()
    except* ConnectionClosed:
        pass  # the network is gone


# endregion


async def counted(client: ServerConnection) -> None:
    global handlers
    handlers += 1
    await handle(client)
    handlers -= 1


async def main() -> None:
    async with serve(counted, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        async with connect(f"ws://127.0.0.1:{port}") as client:
            for order in ("order-7", "order-8"):
                news.put_nowait(f"{order} placed")
                print("client got:", await client.recv())
            await client.send("pause")
    print("handlers left:", handlers)


asyncio.run(main())
