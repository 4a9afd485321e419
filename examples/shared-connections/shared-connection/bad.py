r"""One connection serves one caller at a time, whatever runs at once.

---
failure: exception
expect:
  exit: 1
  stderr:
    - "ExceptionGroup: unhandled errors in a TaskGroup"
    - "RuntimeError: readuntil() called while another coroutine is already waiting for incoming data"
grep:
  pattern: '\bas (conn|connection|db|cursor|cur)\b[^\n]*:[^\n]*\n([ \t]+[^\n]*\n){0,3}?[^\n]*\b(gather|TaskGroup)\('
  multiline: true
innocent: "the tasks do not touch it; or it is a pool, or a client that multiplexes"
lint: []
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
async def count(connection: Connection, table: str) -> None:
    print(table, await connection.count(table))


async def count_all(port: int, tables: list[str]) -> None:
    async with connect(port) as connection:
        async with asyncio.TaskGroup() as group:  # BUG: all talk on one connection
            for table in tables:
                group.create_task(count(connection, table))


# endregion


async def database(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while table := await reader.readline():
        writer.write(b"%d\n" % len(table))
    writer.close()


async def main() -> None:
    server = await asyncio.start_server(database, "127.0.0.1", 0)
    await count_all(server.sockets[0].getsockname()[1], ["orders", "users"])


asyncio.run(main())
