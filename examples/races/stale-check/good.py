r"""The check and the act in one step; a failure gives back what was taken.

---
expect:
  stdout: |
    sold: 1, left: 0
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
        self.stock -= 1  # FIX: taken in the step of the check
        try:
            await charge(customer)
        except BaseException:
            self.stock += 1
            raise
        self.sold += 1


async def main() -> None:
    shop = Shop(stock=1)
    await asyncio.gather(*(shop.sell(customer) for customer in ("Ada", "Bo", "Cy")))
    print(f"sold: {shop.sold}, left: {shop.stock}")


# endregion


asyncio.run(main())
