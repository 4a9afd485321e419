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
        return self.count  # BUG: production suspends here

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
