r"""First the end of the producers, then the end of what they have put.

---
expect:
  stdout: |
    all shipped: ['lamp', 'chair']
---
"""

import asyncio

shipped: list[str] = []


async def ship(orders: asyncio.Queue[str]) -> None:
    while True:
        shipped.append(await orders.get())
        orders.task_done()


# region snippet
async def receive(orders: asyncio.Queue[str]) -> None:
    for name in ("lamp", "chair"):
        await asyncio.sleep(0)  # the next order
        await orders.put(name)


async def main() -> None:
    orders: asyncio.Queue[str] = asyncio.Queue(5)
    worker = asyncio.create_task(ship(orders))
    producer = asyncio.create_task(receive(orders))
    await producer  # FIX: all is put
    await orders.join()
    worker.cancel()
    print("all shipped:", shipped)


# endregion


asyncio.run(main())
