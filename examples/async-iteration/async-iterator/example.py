r"""A class that hands out a fresh iterator for each pass over its items.

---
expect:
  stdout: |
    first pass: ['invoice 1', 'invoice 2', 'invoice 3']
    second pass: ['invoice 1', 'invoice 2', 'invoice 3']
    side by side: invoice 1, invoice 1
---
"""

import asyncio
from collections.abc import AsyncIterator

PAGES = [["invoice 1", "invoice 2"], ["invoice 3"], []]


async def fetch_page(customer: str, number: int) -> list[str]:
    await asyncio.sleep(0)  # the database answers
    return PAGES[number]


# region snippet
class Invoices:
    """The invoices of a customer, read page by page, anew in each pass."""

    def __init__(self, customer: str) -> None:
        self.customer = customer

    def __aiter__(self) -> AsyncIterator[str]:
        return self._read()

    async def _read(self) -> AsyncIterator[str]:
        number = 0
        while page := await fetch_page(self.customer, number):
            for invoice in page:
                yield invoice
            number += 1


async def main() -> None:
    invoices = Invoices("customer 7")
    print("first pass:", [invoice async for invoice in invoices])
    print("second pass:", [invoice async for invoice in invoices])
    one, other = aiter(invoices), aiter(invoices)
    print(f"side by side: {await anext(one)}, {await anext(other)}")


# endregion


asyncio.run(main())
