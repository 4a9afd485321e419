r"""A loop that polls with sleep(0) keeps a processor busy while it waits.

---
failure: silent
expect:
  stdout: |
    paid
  metrics:
    looks: ">= 100"
symptom: [slow-under-load]
grep:
  - pattern: 'while [^\n]+:[^\n]*\n[ \t]+await [\w.]*\bsleep\((0|0?\.00\d*)?\)'
    multiline: true
    hits: ["while self._pending:\n    await asyncio.sleep(0.001)\n"]
  - pattern: 'while [^\n]+:[^\n]*\n([ \t]+[^\n]*\n){1,3}?[ \t]+await [\w.]*\bsleep\(0\)'
    multiline: true
    hits: ["while True:\n    if queue.full():\n        break\n    await asyncio.sleep(0)\n"]
innocent: "the state is another process's or a device's, and the pause is long"
lint: [ruff:ASYNC110]
marks:
  - pattern: '^[ \t]*await [\w.]*\bsleep\(0\)'
    ask: "what must have happened after one turn, and who makes sure?"
---
"""

import asyncio


class Order:
    def __init__(self) -> None:
        self._paid = False
        self.looks = 0

    def is_paid(self) -> bool:
        self.looks += 1
        return self._paid

    def pay(self) -> None:
        self._paid = True


# region snippet
async def ship(order: Order) -> None:
    while not order.is_paid():  # BUG: asks again in every turn of the loop
        await asyncio.sleep(0)
    print("paid")


# endregion


async def main() -> None:
    order = Order()
    shipping = asyncio.create_task(ship(order))
    for _ in range(100):  # turns of the loop until the bank answers
        await asyncio.sleep(0)
    order.pay()
    await shipping
    print(f"metric looks={order.looks}")


asyncio.run(main())
