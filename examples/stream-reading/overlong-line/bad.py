r"""A line longer than the limit of the reader ends the connection's reader.

---
failure: exception
expect:
  exit: 1
  stdout: ["order of 20 bytes"]
  stderr: ["ValueError: Separator is "]
grep: {none: "readline, readuntil or async for over a reader of JSON lines, logs or SSE, opened without limit="}
lint: []
---
"""

import asyncio

ORDERS = b'{"items": ["lamp"]}\n' + b'{"items": [' + b'"lamp", ' * 20_000 + b"7]}\n"


# region snippet
async def take_orders(host: str, port: int) -> None:
    reader, writer = await asyncio.open_connection(  # BUG: 64 KiB for a line
        host, port
    )
    async for line in reader:
        print("order of", len(line), "bytes")
    writer.close()
    await writer.wait_closed()


# endregion


async def send_orders(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    writer.write(ORDERS)
    writer.close()
    await writer.wait_closed()


async def main() -> None:
    server = await asyncio.start_server(send_orders, "127.0.0.1", 0)
    async with server:
        await take_orders(*server.sockets[0].getsockname())


asyncio.run(main())
