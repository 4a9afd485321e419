r"""A loop that polls suspends in each round.

---
expect:
  stdout: |
    waiting for orders
    received ['order-7']
---
"""

import asyncio

orders: list[str] = []


async def receive() -> None:
    await asyncio.sleep(0.01)  # the shop sends an order
    orders.append("order-7")


# region snippet
async def has_orders() -> bool:
    return bool(orders)


async def main() -> None:
    shop = asyncio.create_task(receive())
    print("waiting for orders")
    async with asyncio.timeout(0.2):
        while not await has_orders():
            await asyncio.sleep(0.005)  # FIX: the others get their turn
    await shop
    print("received", orders)


# endregion


asyncio.run(main())
