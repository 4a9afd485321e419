r"""A fake that suspends like the real thing lets the race happen.

---
expect:
  stdout: |
    1 failed: -1 left
---
"""

import asyncio


async def sell(stock: "FakeStock") -> None:
    if await stock.read() > 0:
        await stock.write(await stock.read() - 1)


# region snippet
class FakeStock:
    def __init__(self) -> None:
        self.count = 1

    async def read(self) -> int:
        await asyncio.sleep(0)  # FIX: others run here, as in production
        return self.count

    async def write(self, count: int) -> None:
        self.count = count


async def test_no_more_is_sold_than_there_is() -> None:
    stock = FakeStock()
    await asyncio.gather(sell(stock), sell(stock))
    assert stock.count == 0, f"{stock.count} left"


# endregion


try:
    asyncio.run(test_no_more_is_sold_than_there_is())
except AssertionError as error:
    print("1 failed:", error)
else:
    print("1 passed")
