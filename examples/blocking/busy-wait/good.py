r"""Whoever changes the state sets an event, and the waiting task sleeps until then.

---
expect:
  stdout: |
    paid
  metrics:
    looks: "== 1"
---
"""

import asyncio


class Order:
    def __init__(self) -> None:
        self.paid = asyncio.Event()
        self.looks = 0

    async def wait_until_paid(self) -> None:
        self.looks += 1
        await self.paid.wait()

    def pay(self) -> None:
        self.paid.set()


# region snippet
async def ship(order: Order) -> None:
    await order.wait_until_paid()  # FIX: woken once, by whoever pays
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
