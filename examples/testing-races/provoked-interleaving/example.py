r"""Events hold one task at the critical point until the other has come as far as it can.

---
expect:
  stdout: |
    sell_unlocked: 1 failed: 2 buyers for 1 lamp
    sell_locked: 1 passed
---
"""

import asyncio
from collections.abc import Callable, Coroutine


# region snippet
lock = asyncio.Lock()


async def sell_unlocked(stock: "HeldStock") -> bool:
    if await stock.read() == 0:
        return False
    stock.count -= 1
    return True


async def sell_locked(stock: "HeldStock") -> bool:
    async with lock:
        return await sell_unlocked(stock)


class HeldStock:
    def __init__(self) -> None:
        self.count = 1
        self.reading, self.go_on = asyncio.Event(), asyncio.Event()

    async def read(self) -> int:
        count = self.count  # what the database saw
        self.reading.set()
        await self.go_on.wait()
        return count


Sell = Callable[[HeldStock], Coroutine[None, None, bool]]


async def check_one_buyer(sell: Sell) -> None:
    stock = HeldStock()
    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        first = group.create_task(sell(stock))
        await stock.reading.wait()  # the first is between read and write
        second = group.create_task(sell(stock))
        await asyncio.sleep(0)  # the second comes as far as it can
        stock.go_on.set()
    buyers = first.result() + second.result()
    assert buyers == 1, f"{buyers} buyers for 1 lamp"


# endregion


for sell in (sell_unlocked, sell_locked):
    try:
        asyncio.run(check_one_buyer(sell))
    except AssertionError as error:
        print(f"{sell.__name__}: 1 failed: {error}")
    else:
        print(f"{sell.__name__}: 1 passed")
