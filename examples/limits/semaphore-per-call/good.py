r"""One semaphore that all calls share bounds them.

---
expect:
  metrics:
    most_at_once: "== 2"
---
"""

import asyncio

running = most_at_once = 0


async def render(invoice: int) -> None:
    global running, most_at_once
    running += 1
    most_at_once = max(most_at_once, running)
    await asyncio.sleep(0.001)  # the renderer needs its time
    running -= 1


# region snippet
renderers = asyncio.Semaphore(2)  # FIX: one, shared by all calls


async def print_invoice(invoice: int) -> None:
    async with renderers:
        await render(invoice)


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        for invoice in range(8):
            group.create_task(print_invoice(invoice))


# endregion


asyncio.run(main())
print(f"metric most_at_once={most_at_once}")
