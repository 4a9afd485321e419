r"""The reader's limit is that of the protocol.

---
expect:
  stdout: |
    order of 20 bytes
    order of 160015 bytes
---
"""

import asyncio

ORDERS = b'{"items": ["lamp"]}\n' + b'{"items": [' + b'"lamp", ' * 20_000 + b"7]}\n"


# region snippet
async def take_orders(host: str, port: int) -> None:
    reader, writer = await asyncio.open_connection(  # FIX: as long as an order may be
        host, port, limit=2**20
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
