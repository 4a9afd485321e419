r"""One task at a time sends its question and waits for the answer.

---
expect:
  stdout: |
    ['A shipped', 'B shipped']
requires: {packages: ["websockets>=14"]}
---
"""

import asyncio

from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.server import ServerConnection, serve


# region snippet
asking = asyncio.Lock()


async def ask(server: ClientConnection, order: str) -> str | bytes:
    async with asking:  # FIX: question and answer belong together
        await server.send(order)
        return await server.recv()


async def ask_both(server: ClientConnection) -> None:
    async with asyncio.TaskGroup() as group:
        asked = [group.create_task(ask(server, order)) for order in ("A", "B")]
    print([task.result() for task in asked])


# endregion


async def answer(client: ServerConnection) -> None:
    async for order in client:
        await client.send(f"{order} shipped")


async def main() -> None:
    async with serve(answer, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        async with connect(f"ws://127.0.0.1:{port}") as connection:
            await ask_both(connection)


asyncio.run(main())
