r"""One key for all attempts lets the other side recognise the repetition.

---
expect:
  stdout: |
    booked: [20]
---
"""

import asyncio
from uuid import uuid4

booked: dict[str, int] = {}


class Bank:
    async def charge(self, amount: int, key: str) -> None:
        first = not booked
        booked[key] = amount
        if first:
            raise TimeoutError("the answer was lost on its way")


# region snippet
async def pay(bank: Bank, amount: int) -> None:
    key = uuid4().hex  # FIX: one payment, however many attempts
    for attempt in (1, 2, 3):
        try:
            return await bank.charge(amount, key)
        except TimeoutError:
            await asyncio.sleep(0)
    raise TimeoutError("gave up")


# endregion


asyncio.run(pay(Bank(), 20))
print("booked:", list(booked.values()))
