r"""A call that timed out may have been carried out; its retry does it twice.

---
failure: silent
symptom: [wrong-data]
expect:
  stdout: |
    booked: [20, 20]
grep:
  - pattern: '^[ \t]+(for|while) [^\n]*(attempt|retr|tries)[^\n]*:[^\n]*\n([ \t]+[^\n]*\n){0,3}?[^\n]*(key|token|reference|\bid)\w*"?\]?[ \t]*[=:][^\n]*\buuid'
    multiline: true
  - pattern: '(?i)@[\w.]*retry[^\n]*\n([^\n]*\n){0,3}?[ \t]*async def \w*(pay|charge|transfer|refund|create|insert|send)'
    multiline: true
    hits: ["@retry(stop=stop_after_attempt(3))\nasync def charge_card(amount: int) -> None:\n"]
innocent: "the call carries an idempotency key, or doing it twice is doing it once"
lint: []
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
    for attempt in (1, 2, 3):
        key = uuid4().hex  # BUG: a new payment at each attempt
        try:
            return await bank.charge(amount, key)
        except TimeoutError:
            await asyncio.sleep(0)
    raise TimeoutError("gave up")


# endregion


asyncio.run(pay(Bank(), 20))
print("booked:", list(booked.values()))
