r"""A try that begins after the acquire releases only what was acquired.

---
expect:
  stdout: |
    order 7: printer busy
  metrics:
    most_at_once: "== 1"
---
"""

import asyncio

running = most_at_once = 0
paper = asyncio.Event()


async def print_page(order: int) -> None:
    global running, most_at_once
    running += 1
    most_at_once = max(most_at_once, running)
    await paper.wait()  # the printer waits for paper
    running -= 1


# region snippet
async def print_order(order: int, printers: asyncio.Semaphore, limit: float) -> None:
    try:
        async with asyncio.timeout(limit):
            await printers.acquire()
    except TimeoutError:
        print(f"order {order}: printer busy")
        return
    try:  # FIX: begins when the slot is taken
        await print_page(order)
    finally:
        printers.release()


# endregion


async def main() -> None:
    printers = asyncio.Semaphore(1)
    async with asyncio.TaskGroup() as group:
        group.create_task(print_order(6, printers, 60))
        await asyncio.sleep(0)  # order 6 has the printer
        await print_order(7, printers, 0.001)
        group.create_task(print_order(8, printers, 60))
        for _ in range(5):
            await asyncio.sleep(0)  # who has a slot prints
        paper.set()


asyncio.run(main())
print(f"metric most_at_once={most_at_once}")
