r"""join returns at once while the producers have not put anything yet.

---
failure: silent
symptom: [lost-work]
expect:
  stdout: |
    all shipped: []
grep: {none: "`await queue.join()` while tasks that put into the queue may still run"}
lint: []
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
    await orders.join()  # BUG: nothing has been put yet
    worker.cancel()
    print("all shipped:", shipped)


# endregion


asyncio.run(main())
