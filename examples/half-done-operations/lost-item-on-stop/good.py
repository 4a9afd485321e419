r"""cancel() tells whether the get() had ended, and its item is handled first.

---
expect:
  stdout: |
    shipped A-17
    closed
    orders left: 0
---
"""

import asyncio


# region snippet
async def ship(orders: asyncio.Queue[str], closing: asyncio.Event) -> None:
    close = asyncio.create_task(closing.wait())
    while True:
        order = asyncio.create_task(orders.get())
        await asyncio.wait([order, close], return_when=asyncio.FIRST_COMPLETED)
        if close.done() and order.cancel():  # FIX: False when it has ended
            print("closed")
            return
        print(f"shipped {order.result()}")


# endregion


async def main() -> None:
    orders: asyncio.Queue[str] = asyncio.Queue()
    closing = asyncio.Event()
    shipping = asyncio.create_task(ship(orders, closing))
    await asyncio.sleep(0)
    await asyncio.sleep(0)  # it waits for either
    orders.put_nowait("A-17")
    closing.set()
    await shipping
    print(f"orders left: {orders.qsize()}")


asyncio.run(main())
