r"""A fake that suspends like the real thing lets the race happen.

---
expect:
  stdout: |
    1 failed: sold 2 of 1
---
"""

import asyncio


# region snippet
async def sell(stock: "FakeStock") -> bool:
    count = await stock.read()
    if count == 0:
        return False
    await stock.write(count - 1)
    return True


class FakeStock:
    def __init__(self) -> None:
        self.count = 1

    async def read(self) -> int:
        count = self.count
        await asyncio.sleep(0)  # FIX: the answer takes a turn, as in production
        return count

    async def write(self, count: int) -> None:
        self.count = count


async def test_no_more_is_sold_than_there_is() -> None:
    stock = FakeStock()
    sold = sum(await asyncio.gather(sell(stock), sell(stock)))
    assert sold == 1, f"sold {sold} of 1"


# endregion


try:
    asyncio.run(test_no_more_is_sold_than_there_is())
except AssertionError as error:
    print("1 failed:", error)
else:
    print("1 passed")
