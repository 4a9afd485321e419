r"""A child that handles its own error leaves the cancellation to the group.

---
expect:
  stdout: |
    timed out: True
    cancelled: True
---
"""

import asyncio

unreachable: set[str] = set()


async def fetch(shop: str) -> None:
    try:
        await asyncio.Event().wait()  # the shop counts its stock
    finally:
        await log_out(shop)


async def log_out(shop: str) -> None:
    if shop == "lyon":
        raise ConnectionError(f"{shop} does not answer")


# region snippet
async def ask(shop: str) -> None:
    try:
        await fetch(shop)
    except ConnectionError:  # FIX: the group sees no failure
        unreachable.add(shop)


async def book_stock() -> None:
    async with asyncio.TaskGroup() as group:
        for shop in ("berlin", "lyon"):
            group.create_task(ask(shop))
    print("stock booked")


# endregion


async def main() -> None:
    try:
        async with asyncio.timeout(0.01):
            await book_stock()
        print("timed out: False")
    except TimeoutError:
        print("timed out: True")
    booking = asyncio.create_task(book_stock())
    await asyncio.sleep(0.01)  # both shops are being asked
    booking.cancel()
    await asyncio.wait([booking])
    print(f"cancelled: {booking.cancelled()}")


asyncio.run(main())
