r"""A returned async generator expression has done nothing yet.

---
failure: exception
expect:
  exit: 1
  stderr: ["RuntimeError: the connection is closed"]
grep:
  pattern: '(\breturn|=)[ \t]*\([^()\[\]{}]*(\([^()]*\)[^()\[\]{}]*)*\basync for\b'
  multiline: true
innocent: "it is read in the block that made it"
lint: []
corrects:
  - said: "return an async generator expression from a coroutine as if it held the results"
    instead: "return a list, or make the function an async generator that keeps its resource open"
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
async def open_invoices() -> AsyncIterator[str]:
    async with Connection() as connection:
        return (
            row.title() async for row in connection.rows()
        )  # BUG: reads nothing yet


async def send_reminders() -> None:
    async for invoice in await open_invoices():
        print("reminder for", invoice)


# endregion


asyncio.run(send_reminders())
