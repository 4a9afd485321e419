r"""A file larger than memory goes through in batches of lines.

---
expect:
  stdout: |
    stored: 20000 orders in 3 batches
requires: {packages: [aiofiles]}
---
"""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import aiofiles

EXPORT = Path("export.txt")


# region snippet
BATCH = 1 << 16  # characters, about


async def import_orders(
    path: Path, store: Callable[[list[int]], Awaitable[None]]
) -> None:
    async with aiofiles.open(path, encoding="utf-8") as export:
        while lines := await export.readlines(BATCH):
            await store([int(line) for line in lines])


# endregion


batches: list[int] = []


async def store(orders: list[int]) -> None:
    await asyncio.sleep(0)  # one statement of the database for the batch
    batches.append(len(orders))


EXPORT.write_text("".join(f"{order:06}\n" for order in range(20_000)))
asyncio.run(import_orders(EXPORT, store))
print(f"stored: {sum(batches)} orders in {len(batches)} batches")
