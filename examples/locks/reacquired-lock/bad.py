r"""An asyncio lock is not re-entrant: its holder waits for itself.

---
failure: hang
symptom: [hang]
expect:
  exit: timeout
  within: 0.5
  stdout: ["deposit"]
grep: {none: "a method called inside `async with self.lock` that takes the same lock, directly or further down"}
lint: []
---
"""

import asyncio


# region snippet
class Account:
    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.balance = 0

    async def deposit(self, amount: int) -> None:
        print("deposit")
        async with self.lock:
            self.balance += amount
            await self.save()  # BUG: save waits for the lock held here

    async def save(self) -> None:
        async with self.lock:
            print("saved", self.balance)


# endregion


asyncio.run(Account().deposit(10))
