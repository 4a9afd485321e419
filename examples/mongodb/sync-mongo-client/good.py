r"""AsyncMongoClient gives the loop its turns while the server takes its time.

---
expect:
  stdout: ["None"]
  metrics:
    frozen_share: "<= 0.4"
requires: {packages: [pymongo]}
---
"""

import asyncio
import time

from pymongo import AsyncMongoClient
from pymongo.errors import ServerSelectionTimeoutError

URI = (
    "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=300"  # nobody there; default 30 s
)

gaps: list[float] = []


async def beat() -> None:
    last = time.perf_counter()
    while True:
        await asyncio.sleep(0.005)
        now = time.perf_counter()
        gaps.append(now - last)
        last = now


# region snippet
client: AsyncMongoClient = AsyncMongoClient(URI)  # FIX: gives way


async def stock_of(sku: str) -> int | None:
    try:
        found = await client.shop.stock.find_one({"_id": sku})
    except ServerSelectionTimeoutError:
        return None
    return found["count"] if found else 0


# endregion


async def main() -> None:
    heart = asyncio.create_task(beat())
    await asyncio.sleep(0.02)
    gaps.clear()
    started = time.perf_counter()
    print(await stock_of("lamp"))
    worked = time.perf_counter() - started
    await asyncio.sleep(0.02)
    print(f"metric frozen_share={max(gaps) / worked:.2f}")
    heart.cancel()
    await client.close()


asyncio.run(main())
