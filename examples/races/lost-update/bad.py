r"""A value read before an await and written after it undoes what came between.

---
failure: silent
symptom: [wrong-data]
expect:
  stdout: |
    paid 60 of 100, left: 70
grep:
  pattern: '^[ \t]+\w+ = (self|\w+)\.\w+[ \t]*(#[^\n]*)?\n([^\n]*\n)??[^\n]*\bawait\b[^\n]*\n([^\n]*\n)??[ \t]+(self|\w+)\.\w+ = \w+ [-+*/|&]'
  multiline: true
  hits: ["    stock = shelf.stock\n    await label(count)\n    log(count)\n    shelf.stock = stock - count\n"]
innocent: "two different attributes, or a lock is held around read and write"
lint: []
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
        balance = self.balance
        await authorise(amount)
        self.balance = balance - amount  # BUG: read before the await


async def main() -> None:
    wallet = Wallet(100)
    await asyncio.gather(*(wallet.pay(amount) for amount in (10, 20, 30)))
    print("paid 60 of 100, left:", wallet.balance)


# endregion


asyncio.run(main())
