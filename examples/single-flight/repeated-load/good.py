r"""The task of the load stands in the cache before anybody waits.

---
expect:
  stdout: |
    loads: 1
---
"""

import asyncio
from functools import partial

loads = 0


async def fetch(sku: str) -> int:
    global loads
    loads += 1
    await asyncio.sleep(0)  # the database's answer
    return 42


# region snippet
class Prices:
    def __init__(self) -> None:
        self.known: dict[str, asyncio.Task[int]] = {}

    async def get(self, sku: str) -> int:
        if sku not in self.known:
            load = asyncio.create_task(fetch(sku))
            self.known[sku] = load  # FIX: stored before anybody waits
            load.add_done_callback(partial(self.drop_failed, sku))
        return await asyncio.shield(self.known[sku])

    def drop_failed(self, sku: str, load: asyncio.Task[int]) -> None:
        if load.cancelled() or load.exception():
            del self.known[sku]


# endregion


async def main() -> None:
    prices = Prices()
    await asyncio.gather(*(prices.get("lamp") for _ in range(10)))
    print("loads:", loads)


asyncio.run(main())
