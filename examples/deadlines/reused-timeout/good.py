r"""Every block gets a Timeout object of its own.

---
expect:
  stdout: |
    lamp: 42
    chair: 42
---
"""

import asyncio

LIMIT = 1  # seconds for each item


async def read_stock(item: str) -> int:
    await asyncio.sleep(0)  # the database's turn
    return 42


# region snippet
async def print_stock(items: list[str]) -> None:
    for item in items:
        async with asyncio.timeout(LIMIT):  # FIX: a new one for each item
            print(f"{item}: {await read_stock(item)}")


# endregion


asyncio.run(print_stock(["lamp", "chair"]))
