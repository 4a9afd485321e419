r"""Two tasks that receive from one connection get a ConcurrencyError.

---
failure: exception
expect:
  exit: 1
  stderr:
    - >-
      ConcurrencyError: cannot call recv while another coroutine is already running
      recv
requires: {packages: ["websockets>=14"]}
grep: {none: "recv() or async for on one connection in two places: a reader task and a request that waits for its answer"}
lint: []
---
"""

import asyncio

from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.server import ServerConnection, serve


# region snippet
async def ask(server: ClientConnection, order: str) -> str | bytes:
    await server.send(order)
    return await server.recv()  # BUG: the other task is receiving


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
