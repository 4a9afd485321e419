r"""asyncio.run closes every async generator that was begun.

---
expect:
  stdout: |
    lock taken
    invoice-1
    lock released
    export done
---
"""

import asyncio
from collections.abc import AsyncGenerator


async def read_invoices() -> AsyncGenerator[str]:
    print("lock taken")
    try:
        yield "invoice-1"
        yield "invoice-2"
    finally:
        await asyncio.sleep(0)  # the database answers
        print("lock released")


# region snippet
class Export:
    def __init__(self) -> None:
        self.invoices = read_invoices()

    async def preview(self) -> None:
        print(await anext(self.invoices))


export = Export()
asyncio.run(export.preview())  # FIX: closes open async generators
# endregion

print("export done")
