r"""A worker loop that catches Exception ends when asyncio.run cancels it.

---
expect:
  stdout: |
    shipped A-17
    main is done
lint: [ruff:BLE001, pylint:broad-exception-caught]
---
"""

import asyncio


# region snippet
async def worker(orders: asyncio.Queue[str]) -> None:
    while True:
        try:
            print(f"shipped {await orders.get()}")
            orders.task_done()
        except Exception:  # FIX: CancelledError is no Exception
            print("order lost, next one")


# endregion


async def main() -> None:
    orders: asyncio.Queue[str] = asyncio.Queue()
    shipping = asyncio.create_task(worker(orders))
    await orders.put("A-17")
    await orders.join()
    shipping.cancel()
    print("main is done")


asyncio.run(main())
