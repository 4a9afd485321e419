r"""A rollback under except BaseException runs on failure and on cancellation.

---
expect:
  stdout: |
    booking cancelled: True
    rooms held: []
---
"""

import asyncio

held: list[str] = []


async def book_flight(trip: str) -> None:
    await asyncio.Event().wait()  # the airline takes its time


def release(room: str) -> None:
    held.remove(room)


# region snippet
async def book(trip: str, room: str) -> None:
    held.append(room)
    try:
        await book_flight(trip)
    except BaseException:  # FIX: cancellation rolls back too
        release(room)
        raise


# endregion


async def main() -> None:
    booking = asyncio.create_task(book("Oslo", "room 7"))
    await asyncio.sleep(0)  # it waits for the airline
    booking.cancel()  # the customer closes the page
    await asyncio.wait([booking])
    print(f"booking cancelled: {booking.cancelled()}")
    print(f"rooms held: {held}")


asyncio.run(main())
