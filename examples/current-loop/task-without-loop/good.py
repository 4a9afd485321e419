r"""What needs the loop begins in a coroutine that main awaits.

---
expect:
  stdout: |
    written: order-7 paid
---
"""

import asyncio


async def flush(lines: asyncio.Queue[str]) -> None:
    while True:
        print("written:", await lines.get())
        lines.task_done()


# region snippet
class AuditLog:
    def __init__(self) -> None:
        self.lines: asyncio.Queue[str] = asyncio.Queue()

    async def start(self) -> None:  # FIX: called when the loop runs
        self.flusher = asyncio.create_task(flush(self.lines))


audit = AuditLog()


async def main() -> None:
    await audit.start()
    audit.lines.put_nowait("order-7 paid")
    await audit.lines.join()


# endregion


asyncio.run(main())
