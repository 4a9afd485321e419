r"""A load that has failed or was cancelled leaves the cache.

---
expect:
  stdout: |
    first: database restarts
    a day later: 42
---
"""

import asyncio
from functools import partial

faults = [ConnectionError("database restarts")]


async def fetch(sku: str) -> int:
    await asyncio.sleep(0)  # the database's answer
    if faults:
        raise faults.pop()
    return 42


# region snippet
class Prices:
    def __init__(self) -> None:
        self.loads: dict[str, asyncio.Task[int]] = {}

    async def get(self, sku: str) -> int:
        if sku not in self.loads:
            load = self.loads[sku] = asyncio.create_task(fetch(sku))
            load.add_done_callback(partial(self.settle, sku))
        return await asyncio.shield(self.loads[sku])

    def settle(self, sku: str, load: asyncio.Task[int]) -> None:
        if load.cancelled() or load.exception():
            del self.loads[sku]  # FIX: the next caller loads anew


# endregion


async def show(when: str, prices: Prices) -> None:
    try:
        print(f"{when}:", await prices.get("lamp"))
    except ConnectionError as failure:
        print(f"{when}:", failure)


async def main() -> None:
    prices = Prices()
    await show("first", prices)
    await show("a day later", prices)


asyncio.run(main())
