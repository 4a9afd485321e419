r"""Each answer is compared with its question, so one that was left behind is dropped.

---
expect:
  stdout: |
    A: timed out
    B: B shipped
requires: {packages: ["websockets>=14"]}
---
"""

import asyncio
import itertools
import json

from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.server import ServerConnection, serve

LIMIT = 0.1  # seconds the page waits
numbers = itertools.count(1)
asking = asyncio.Lock()


# region snippet
async def ask(server: ClientConnection, order: str) -> str:
    async with asking:
        number = next(numbers)
        await server.send(json.dumps({"id": number, "order": order}))
        while True:
            answer = json.loads(await server.recv())
            if answer["id"] == number:  # FIX: drops what was left behind
                return answer["status"]


# endregion


async def main() -> None:
    found = asyncio.Event()

    async def answer(client: ServerConnection) -> None:
        async for message in client:
            question = json.loads(message)
            if question["order"] == "A":
                await found.wait()
            status = f"{question['order']} shipped"
            await client.send(json.dumps({"id": question["id"], "status": status}))

    async with serve(answer, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        async with connect(f"ws://127.0.0.1:{port}") as connection:
            try:
                async with asyncio.timeout(LIMIT):
                    print("A:", await ask(connection, "A"))
            except TimeoutError:
                print("A: timed out")
            found.set()
            print("B:", await ask(connection, "B"))


asyncio.run(main())
