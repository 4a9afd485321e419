r"""What was checked before an await need not hold after it.

---
failure: silent
symptom: [wrong-data, over-limit]
expect:
  stdout: |
    sold: 3, left: -2
grep:
  pattern: '^[ \t]+if [^\n]*self\.[^\n]*:[^\n]*\n([ \t]+(return|raise)\b[^\n]*\n)?[ \t]+([\w.]+ = )?await [^\n]+\n[ \t]+self\.[\w.]+(\[[^\n\]]*\])? [-+]= '
  multiline: true
  hits: ["        if self.free > 0:\n            await self.open(door)\n            self.free -= 1\n"]
innocent: "a lock is held around both, or one task alone calls it"
lint: []
marks:
  - pattern: '^[ \t]*([\w., ]+ = )?await [^\n]*\n[ \t]*([\w.]+\.(pop|clear|discard|remove)\(|self\.\w+ [-+]?= )'
    multiline: true
    ask: "if cancelled at the await, or changed by another task: is the state still true?"
---
"""

import asyncio


async def charge(customer: str) -> None:
    await asyncio.sleep(0)  # the bank's answer


# region snippet
class Shop:
    def __init__(self, stock: int) -> None:
        self.stock, self.sold = stock, 0

    async def sell(self, customer: str) -> None:
        if self.stock == 0:
            return
        await charge(customer)
        self.stock -= 1  # BUG: others passed the check meanwhile
        self.sold += 1


async def main() -> None:
    shop = Shop(stock=1)
    await asyncio.gather(*(shop.sell(customer) for customer in ("Ada", "Bo", "Cy")))
    print(f"sold: {shop.sold}, left: {shop.stock}")


# endregion


asyncio.run(main())
