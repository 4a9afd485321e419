r"""What is there when the time is up counts; the rest is cancelled and awaited.

---
expect:
  stdout: |
    archive: released
    catalogue: 12 hits
    wiki: ConnectionError('wiki down')
    archive: too late
---
"""

import asyncio

LIMIT = 0.02  # seconds a search may take


async def search(source: str) -> int:
    if source == "wiki":
        raise ConnectionError("wiki down")
    try:
        await asyncio.sleep(3600 if source == "archive" else 0)
    except asyncio.CancelledError:
        print(f"{source}: released")
        raise
    return 12


# region snippet
async def main() -> None:
    sources = ["catalogue", "wiki", "archive"]
    tasks = {source: asyncio.create_task(search(source)) for source in sources}
    try:
        done, pending = await asyncio.wait(tasks.values(), timeout=LIMIT)
    finally:  # also when main itself is cancelled
        for task in tasks.values():
            task.cancel()
        await asyncio.gather(*tasks.values(), return_exceptions=True)
    for source, task in tasks.items():
        if task in pending:
            print(f"{source}: too late")
        elif failure := task.exception():
            print(f"{source}: {failure!r}")
        else:
            print(f"{source}: {task.result()} hits")


# endregion


asyncio.run(main())
