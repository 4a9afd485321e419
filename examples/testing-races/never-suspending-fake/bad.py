r"""A fake that never suspends runs every task to its end, so no race shows.

---
failure: silent
expect:
  stdout: |
    1 passed
symptom: [fails-in-suite, wrong-data]
grep: {none: "a fake, stub or AsyncMock(return_value=...) for I/O without one await that suspends, under a test with gather or several tasks"}
lint: []
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
        return self.count  # BUG: production suspends here

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
