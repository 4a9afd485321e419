r"""A value read and written in one step, with no await between, loses nothing.

---
expect:
  stdout: |
    paid 60 of 100, left: 40
---
"""

import asyncio


async def authorise(amount: int) -> None:
    await asyncio.sleep(0)  # the bank's answer


# region snippet
class Wallet:
    def __init__(self, balance: int) -> None:
        self.balance = balance

    async def pay(self, amount: int) -> None:
        await authorise(amount)
        self.balance -= amount  # FIX: read and written in one step


async def main() -> None:
    wallet = Wallet(100)
    await asyncio.gather(*(wallet.pay(amount) for amount in (10, 20, 30)))
    print("paid 60 of 100, left:", wallet.balance)


# endregion


asyncio.run(main())
