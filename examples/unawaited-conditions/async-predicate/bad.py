r"""filter() tests coroutines, which are all true, so it keeps everything.

---
failure: warning
expect:
  stdout: |
    shipped: ['order 1', 'order 2']
  stderr: ["RuntimeWarning: coroutine 'is_paid' was never awaited"]
grep:
  pattern: '\b(filter|filterfalse|takewhile|dropwhile)\((self\.|\w+\.)?_?(is|has|can|may|check|verify|exists|needs|should)_\w+,'
  hits: ["return list(filter(self.is_paid, orders))"]
innocent: "the function is a plain def"
symptom: [unsafe, wrong-data]
lint: []
---
"""

import asyncio


async def is_paid(order: str) -> bool:
    await asyncio.sleep(0)  # the bank answers
    return order == "order 2"


# region snippet
async def ship(orders: list[str]) -> None:
    paid = list(filter(is_paid, orders))  # BUG: tests the coroutines
    print("shipped:", paid)


# endregion


asyncio.run(ship(["order 1", "order 2"]))
