r"""A list comprehension has read everything before the connection closes.

---
expect:
  stdout: |
    reminder for Invoice 1
    reminder for Invoice 2
---
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Self


class Connection:
    closed = False

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        self.closed = True

    async def rows(self) -> AsyncIterator[str]:
        for invoice in ("invoice 1", "invoice 2"):
            await asyncio.sleep(0)  # the database answers
            if self.closed:
                raise RuntimeError("the connection is closed")
            yield invoice


# region snippet
async def open_invoices() -> list[str]:
    async with Connection() as connection:
        return [row.title() async for row in connection.rows()]  # FIX: reads it all now


async def send_reminders() -> None:
    for invoice in await open_invoices():
        print("reminder for", invoice)


# endregion


asyncio.run(send_reminders())
