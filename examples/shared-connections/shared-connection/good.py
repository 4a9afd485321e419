r"""Each of the calls that run at once has a connection of its own.

---
expect:
  stdout: ["orders 7", "users 6"]
---
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Connection:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter):
        self.reader, self.writer = reader, writer

    async def count(self, table: str) -> int:
        self.writer.write(f"{table}\n".encode())
        return int(await self.reader.readline())


@asynccontextmanager
async def connect(port: int) -> AsyncIterator[Connection]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        yield Connection(reader, writer)
    finally:
        writer.close()


# region snippet
async def count(port: int, table: str) -> None:
    async with connect(port) as connection:  # FIX: one for each call; a pool lends it
        print(table, await connection.count(table))


async def count_all(port: int, tables: list[str]) -> None:
    async with asyncio.TaskGroup() as group:
        for table in tables:
            group.create_task(count(port, table))


# endregion


async def database(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while table := await reader.readline():
        writer.write(b"%d\n" % len(table))
    writer.close()


async def main() -> None:
    server = await asyncio.start_server(database, "127.0.0.1", 0)
    await count_all(server.sockets[0].getsockname()[1], ["orders", "users"])


asyncio.run(main())
