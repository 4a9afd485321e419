r"""A client that joins or leaves during a send changes the set under the loop.

---
failure: exception
expect:
  exit: 1
  stdout: ["sent to 1 client"]
  stderr: ["RuntimeError: Set changed size during iteration"]
requires: {packages: ["websockets>=14"]}
grep:
  pattern: '^\s*for \w+ in (self\.)?\w*(clients|connections|sockets|subscribers|peers|members|active)\w*(\.(values|items|keys)\(\))?:[^\n]*\n([ \t]+[^\n]*\n){0,3}?[ \t]+await [^\n]*\.(send|close)\w*\('
  multiline: true
  hits: ["        for connection in self.active_connections:\n            await connection.send_text(message)\n"]
innocent: "a local list; a list that only grows, and whose new members may get it too"
lint: []
---
"""

import asyncio

from websockets.asyncio.client import connect
from websockets.asyncio.server import ServerConnection, serve

clients: set[ServerConnection] = set()
joined = asyncio.Event()


async def handle(client: ServerConnection) -> None:
    clients.add(client)
    joined.set()
    try:
        await client.wait_closed()
    finally:
        clients.discard(client)


# region snippet
async def publish(prices: str) -> None:
    for client in clients:  # BUG: others join and leave at each await
        await client.send(prices)
        print("sent to 1 client")
        await client.ping()
        await somebody_joins()


# endregion


async def somebody_joins() -> None:
    if len(clients) < 2:
        joined.clear()
        knocking.set()
        await joined.wait()


knocking = asyncio.Event()


async def main() -> None:
    async with serve(handle, "127.0.0.1", 0) as server:
        url = f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        async with connect(url):
            await joined.wait()
            publishing = asyncio.create_task(publish("lamp 12.50"))
            await knocking.wait()
            async with connect(url):
                await publishing


asyncio.run(main())
