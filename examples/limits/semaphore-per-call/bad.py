r"""A semaphore made inside the function that it guards bounds nothing.

---
failure: silent
symptom: [over-limit]
expect:
  metrics:
    most_at_once: "== 8"
grep:
  - '^[ \t]+\w+[ \t]*=[ \t]*([\w.]+\.)?(Bounded)?Semaphore\('
  - pattern: 'async with ([\w.]+\.)?(Bounded)?Semaphore\('
    hits: ["    async with asyncio.Semaphore(2):"]
innocent: "shared by the tasks that this call starts, and it runs once at a time"
lint: []
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
async def print_invoice(invoice: int) -> None:
    renderers = asyncio.Semaphore(2)  # BUG: each call makes its own
    async with renderers:
        await render(invoice)


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        for invoice in range(8):
            group.create_task(print_invoice(invoice))


# endregion


asyncio.run(main())
print(f"metric most_at_once={most_at_once}")
