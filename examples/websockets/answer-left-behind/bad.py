r"""A question that was cancelled leaves its answer on the connection for the next one.

---
failure: silent
expect:
  stdout: |
    A: timed out
    B: A shipped
symptom: [wrong-data, unsafe]
requires: {packages: ["websockets>=14"]}
grep:
  none: >-
    send() and then recv() on one connection under a timeout, where nothing compares the answer with the question and
    nothing closes the connection on BaseException
lint: []
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
        await server.send(json.dumps({"id": next(numbers), "order": order}))
        answer = json.loads(await server.recv())  # BUG: may be the answer before
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
