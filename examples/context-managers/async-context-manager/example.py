r"""A class that connects on entering a block and hangs up however the block ends.

---
expect:
  stdout: |
    SKU-1: 5 in stock
    stock service: client hung up
    failed: no stock of SKU-2
    stock service: client hung up
---
"""

import asyncio
from contextlib import suppress
from typing import Self

hung_up = asyncio.Event()


# region snippet
class StockClient:
    """A connection to the stock service, open for the length of a block."""

    def __init__(self, port: int) -> None:
        self.port = port

    async def __aenter__(self) -> Self:
        streams = await asyncio.open_connection("127.0.0.1", self.port)
        self.reader, self.writer = streams
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        self.writer.close()
        with suppress(OSError):  # a broken connection must not hide the body's error
            await self.writer.wait_closed()

    async def count(self, sku: str) -> int:
        self.writer.write(f"{sku}\n".encode())
        return int(await self.reader.readline())


async def reserve(sku: str, port: int) -> None:
    async with StockClient(port) as stock:
        count = await stock.count(sku)
        if count == 0:
            raise LookupError(f"no stock of {sku}")
        print(f"{sku}: {count} in stock")


# endregion


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while sku := (await reader.readline()).decode().strip():
        writer.write(b"5\n" if sku == "SKU-1" else b"0\n")
    print("stock service: client hung up")
    writer.close()
    hung_up.set()


async def main() -> None:
    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        for sku in ("SKU-1", "SKU-2"):
            try:
                await reserve(sku, port)
            except LookupError as error:
                print("failed:", error)
            await hung_up.wait()
            hung_up.clear()


asyncio.run(main())
