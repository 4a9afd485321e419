r"""The worker reports the bad item and takes the next one.

---
expect:
  stdout: |
    waiting for the rest
    lamp: 3
    refused: 'chair many'
    desk: 1
lint: [ruff:BLE001, pylint:broad-exception-caught]
---
"""

import asyncio


async def count(line: str) -> None:
    await asyncio.sleep(0)  # the database's answer
    name, number = line.split()
    print(f"{name}: {int(number)}")


# region snippet
async def work(lines: asyncio.Queue[str]) -> None:
    while True:
        line = await lines.get()
        try:
            await count(line)
        except Exception:  # FIX: one line fails, not the worker
            print(f"refused: {line!r}")
        finally:
            lines.task_done()


async def main() -> None:
    lines: asyncio.Queue[str] = asyncio.Queue()
    worker = asyncio.create_task(work(lines))
    for line in ("lamp 3", "chair many", "desk 1"):
        await lines.put(line)
    print("waiting for the rest")
    await lines.join()
    worker.cancel()


# endregion


asyncio.run(main())
