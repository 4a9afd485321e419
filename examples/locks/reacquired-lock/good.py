r"""The lock is taken at the public methods; what they share expects it held.

---
expect:
  stdout: |
    deposit
    saved 10
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
            self.save_locked()  # FIX: expects the lock to be held

    async def save(self) -> None:
        async with self.lock:
            self.save_locked()

    def save_locked(self) -> None:
        print("saved", self.balance)


# endregion


asyncio.run(Account().deposit(10))
