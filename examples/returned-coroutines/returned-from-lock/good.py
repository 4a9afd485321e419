r"""An await inside the block holds the lock for the whole of the work.

---
expect:
  stdout: |
    sold: 1 of 1
---
"""

import asyncio

left = 1
sold = 0


async def take_one(sku: str) -> None:
    global left, sold
    if left:
        await asyncio.sleep(0)  # the database answers
        left -= 1
        sold += 1


# region snippet
async def sell(sku: str, lock: asyncio.Lock) -> None:
    async with lock:
        return await take_one(sku)  # FIX: runs under the lock


async def serve(sku: str, lock: asyncio.Lock) -> None:
    await sell(sku, lock)


# endregion


async def main() -> None:
    lock = asyncio.Lock()
    await asyncio.gather(serve("lamp", lock), serve("lamp", lock))
    print(f"sold: {sold} of 1")


asyncio.run(main())
