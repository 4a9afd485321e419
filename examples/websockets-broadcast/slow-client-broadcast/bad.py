r"""A broadcast that awaits every send waits for the slowest client.

---
failure: silent
expect:
  metrics:
    price_updates: "<= 300"
symptom: [slow-under-load, hang]
requires: {packages: ["websockets>=14"]}
grep:
  - pattern: '\bgather\([^\n]*\n?\s*\*[^\n]*\.send(_text|_json|_bytes|_str)?\([^\n]*\bfor\b'
    multiline: true
    hits: ["await asyncio.gather(\n    *(c.send_json(event) for c in self.active))"]
  - pattern: '\bfor \w+ in [^\n]*(clients|connections|sockets|subscribers|peers|members|active)\w*(\(\)|\))?:[^\n]*\n([ \t]+try:\n)?[ \t]+await [\w.]+\.send(_text|_json|_bytes|_str)?\('
    multiline: true
    hits: ["        for connection in self.active_connections:\n            await connection.send_text(message)\n"]
innocent: "a time limit around each send; few messages to peers of one's own"
lint: []
---
"""

import asyncio

from websockets.asyncio.client import connect
from websockets.asyncio.server import ServerConnection, serve

PRICES = "lamp 12.50; " * 5000
clients: set[ServerConnection] = set()
received = 0


# region snippet
async def publish(prices: str) -> None:
    await asyncio.gather(  # BUG: waits for the client that does not read
        *(client.send(prices) for client in clients)
    )


# endregion


async def handle(client: ServerConnection) -> None:
    clients.add(client)
    try:
        await client.wait_closed()
    finally:
        clients.discard(client)


async def publish_all() -> None:
    for _ in range(400):
        await publish(PRICES)
        await asyncio.sleep(0)


async def main() -> None:
    global received
    async with serve(handle, "127.0.0.1", 0, compression=None) as server:
        url = f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        async with (
            connect(url, compression=None) as reading,
            connect(url, compression=None) as stuck,
        ):
            while len(clients) < 2:
                await asyncio.sleep(0)
            publishing = asyncio.create_task(publish_all())
            try:
                while received < 400:
                    async with asyncio.timeout(1):
                        await reading.recv()
                    received += 1
            except TimeoutError:
                pass
            publishing.cancel()
            await asyncio.wait([publishing])
            stuck.transport.abort()
    print(f"metric price_updates={received}")


asyncio.run(main())
