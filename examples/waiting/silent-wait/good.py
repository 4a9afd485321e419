r"""A task group raises what its tasks raise; asyncio.timeout raises when time is up.

---
expect:
  stdout: |
    old backup kept
---
"""

import asyncio

LIMIT = 0.02  # seconds for the whole backup


async def upload(file: str, network: asyncio.Event) -> None:
    if file == "orders.db":
        raise ConnectionError(f"{file}: connection lost")
    await network.wait()
    print(file, "stored")


# region snippet
async def back_up(files: list[str], network: asyncio.Event) -> None:
    try:
        async with asyncio.timeout(LIMIT), asyncio.TaskGroup() as uploads:
            for file in files:
                uploads.create_task(upload(file, network))  # FIX: the block raises
    except* OSError:  # a lost connection, or TimeoutError
        print("old backup kept")
    else:
        print("old backup deleted")


# endregion


async def main() -> None:
    network = asyncio.Event()
    await back_up(["orders.db", "photos.tar"], network)
    network.set()
    await asyncio.sleep(0)  # whoever waits for the network goes on


asyncio.run(main())
