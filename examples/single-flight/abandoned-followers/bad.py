r"""When the caller that loads is cancelled, those who wait for its answer wait for ever.

---
failure: hang
symptom: [hang]
expect:
  exit: timeout
  within: 0.5
  stdout: ["first caller: cancelled"]
grep:
  pattern: '^[ \t]+(\w+ = )?[\w.]+\[[^\n\]]+\] = [^\n]*(create_future\(\)|\bFuture\(\))[^\n]*\n([^\n]*\n){0,3}?[^\n]*\bawait\b'
  multiline: true
innocent: "a try around the await settles the future on every path"
lint: []
marks:
  - pattern: '\b(Event|Future(\[[^\n]*\])?|create_future)\(\)'
    ask: "who settles it when its owner fails or is cancelled?"
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
            load = self.loads[sku] = asyncio.get_running_loop().create_future()
            load.set_result(await fetch(sku))  # BUG: dies with this caller
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
