r"""A fresh iterator from __aiter__ begins every pass at the first item.

---
expect:
  stdout: |
    total: 30
    mailed: 2
---
"""

import asyncio
from collections.abc import AsyncIterator

AMOUNTS = {"customer 7": [10, 20]}


# region snippet
class Invoices:
    def __init__(self, customer: str) -> None:
        self.customer = customer

    def __aiter__(self) -> AsyncIterator[int]:
        return self._read()  # FIX: a fresh iterator for each pass

    async def _read(self) -> AsyncIterator[int]:
        for amount in AMOUNTS[self.customer]:
            await asyncio.sleep(0)  # the database answers
            yield amount


async def send_reminder(invoices: Invoices) -> None:
    print("total:", sum([amount async for amount in invoices]))
    print("mailed:", len([amount async for amount in invoices]))


# endregion


asyncio.run(send_reminder(Invoices("customer 7")))
