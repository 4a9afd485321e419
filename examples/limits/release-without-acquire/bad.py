r"""A release on a path that has not acquired raises the bound for good.

---
failure: silent
symptom: [over-limit, works-once]
expect:
  stdout: |
    order 7: printer busy
  metrics:
    most_at_once: "== 2"
grep:
  - pattern: '^[ \t]+try:[^\n]*\n[ \t]+([\w.]+ = )?(async with [^\n]*timeout[^\n]*\n[ \t]+)?await [^\n]*\.acquire\([^\n]*\n[ \t]+([^et\s]|e[^x]|t[^r])'
    multiline: true
    hits:
      - "    try:\n        await self.lock.acquire()\n        self.count += 1\n"
innocent: "no finally or except of this try releases"
lint: []
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
            await printers.acquire()  # BUG: in the try
        await print_page(order)
    except TimeoutError:
        print(f"order {order}: printer busy")
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
