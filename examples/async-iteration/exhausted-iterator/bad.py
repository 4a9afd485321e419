r"""An iterator that returns itself yields nothing in the second pass.

---
failure: silent
expect:
  stdout: |
    total: 30
    mailed: 0
grep:
  - pattern: 'def __aiter__\([^\n]*\n(\s+\x22[^\n]*\n)?\s+return self\b[^\n]*\s+(@[^\n]*\n\s+)?async def __anext__\([^\n]*\n([ \t]+[^\n]*\n|\n){0,14}?[^\n]*(\bnext\(self\.|self\.\w+ \+= 1|\.pop(left)?\()'
    multiline: true
innocent: "the source can be read once only, by its nature"
symptom: [wrong-data, works-once]
lint: []
corrects:
  - said: "a stream class whose __aiter__ returns self"
    instead: "__aiter__ returns a fresh iterator, or the class is read once and says so"
---
"""

import asyncio
from typing import Self

AMOUNTS = {"customer 7": [10, 20]}


# region snippet
class Invoices:
    def __init__(self, customer: str) -> None:
        self.customer = customer
        self.position = 0

    def __aiter__(self) -> Self:
        return self  # BUG: the position is where the last pass ended

    async def __anext__(self) -> int:
        amounts = AMOUNTS[self.customer]
        if self.position == len(amounts):
            raise StopAsyncIteration
        await asyncio.sleep(0)  # the database answers
        self.position += 1
        return amounts[self.position - 1]


async def send_reminder(invoices: Invoices) -> None:
    print("total:", sum([amount async for amount in invoices]))
    print("mailed:", len([amount async for amount in invoices]))


# endregion


asyncio.run(send_reminder(Invoices("customer 7")))
