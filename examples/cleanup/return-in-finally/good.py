r"""A return after the finally block lets the cancellation through.

---
expect:
  stdout: |
    cancelled: True
---
"""

import asyncio


# region snippet
async def reserve(shelf: asyncio.Lock) -> bool:
    await shelf.acquire()
    reserved = False
    try:
        await asyncio.sleep(0)  # the warehouse's turn
        reserved = True
    finally:
        shelf.release()
    return reserved  # FIX: not reached while an exception is in flight


async def check_out(shelf: asyncio.Lock) -> None:
    await reserve(shelf)
    print("invoice mailed")


# endregion


async def main() -> None:
    checkout = asyncio.create_task(check_out(asyncio.Lock()))
    await asyncio.sleep(0)  # it waits for the warehouse
    checkout.cancel()
    await asyncio.wait([checkout])
    print(f"cancelled: {checkout.cancelled()}")


asyncio.run(main())
