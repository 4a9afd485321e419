r"""An exit that raises replaces the error of its block.

---
failure: exception
expect:
  exit: 1
  stderr:
    - "LookupError: SKU-2 is sold out"
    - "During handling of the above exception, another exception occurred"
    - "ConnectionResetError: the stock service has hung up"
grep:
  - pattern: 'async def __aexit__\([^)]*\)[^\n]*:\n(\s+\x22[^\n]*\n)?\s+(return )?await [\w.]*[^_\W]\('
    multiline: true
innocent: "the failure is the news, cannot happen, or belongs to the inner __aexit__ it calls"
symptom: [lost-error]
lint: []
corrects:
  - said: "__aexit__ awaits close() on what connecting returned; in the sample that is a dict"
    instead: "call only what the resource has, guard what may fail, test with a failing body"
---
"""

import asyncio


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
        await self.connection.send("log out")  # BUG: may raise, hides the body's error


async def order(sku: str) -> None:
    try:
        async with StockClient() as stock:
            await stock.send(f"reserve {sku}")
    except LookupError:
        print(f"{sku} is on back order")


# endregion


asyncio.run(order("SKU-2"))
