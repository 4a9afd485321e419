r"""The load is a task of its own, so it outlives each caller.

---
expect:
  stdout: |
    first caller: cancelled
    second caller: 42
---
"""

import asyncio


async def fetch(sku: str) -> int:
    await asyncio.sleep(0.001)  # the database's answer
    return 42


# region snippet
class Prices:
    def __init__(self) -> None:
        self.loads: dict[str, asyncio.Future[int]] = {}

    async def get(self, sku: str) -> int:
        if sku not in self.loads:
            load = asyncio.create_task(fetch(sku))  # FIX: no caller's own
            self.loads[sku] = load
        return await asyncio.shield(self.loads[sku])


# endregion


async def main() -> None:
    prices = Prices()
    first, second = (asyncio.create_task(prices.get("lamp")) for _ in range(2))
    await asyncio.sleep(0)  # the first loads, the second waits for it
    first.cancel()  # its customer has left
    await asyncio.wait([first])
    print("first caller:", "cancelled" if first.cancelled() else first.result())
    print("second caller:", await second)


asyncio.run(main())
