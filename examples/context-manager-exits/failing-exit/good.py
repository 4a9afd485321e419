r"""An exit that guards what may fail leaves the error of its block alone.

---
expect:
  stdout: |
    SKU-2 is on back order
---
"""

import asyncio
import contextlib


class Connection:
    closed = False

    async def send(self, line: str) -> None:
        await asyncio.sleep(0)  # the service's turn
        if self.closed:
            raise ConnectionResetError("the stock service has hung up")
        command, sku = line.split()
        if command == "reserve":
            self.closed = True  # it hangs up after an error
            raise LookupError(f"{sku} is sold out")


# region snippet
class StockClient:
    async def __aenter__(self) -> Connection:
        self.connection = Connection()
        return self.connection

    async def __aexit__(self, *exc_info: object) -> None:
        with contextlib.suppress(ConnectionError):  # FIX: lets the body's error through
            await self.connection.send("log out")


async def order(sku: str) -> None:
    try:
        async with StockClient() as stock:
            await stock.send(f"reserve {sku}")
    except LookupError:
        print(f"{sku} is on back order")


# endregion


asyncio.run(order("SKU-2"))
