r"""A clean-up in a task of its own, shielded and waited for, survives a cancel.

---
expect:
  stdout: |
    booking cancelled: True
    seat released: True
---
"""

import asyncio

released: list[str] = []


class Airline:
    def __init__(self) -> None:
        self.answers = asyncio.Event()

    async def release(self, seat: str) -> None:
        await self.answers.wait()
        released.append(seat)


# region snippet
async def book(seat: str, airline: Airline) -> None:
    try:
        await asyncio.Event().wait()  # the customer enters a card number
    finally:
        release = asyncio.create_task(airline.release(seat))
        try:
            await asyncio.shield(release)  # FIX: a cancel ends the waiting alone
        except asyncio.CancelledError:
            await asyncio.wait([release])
            raise


# endregion


async def main() -> None:
    airline = Airline()
    booking = asyncio.create_task(book("seat 12A", airline))
    await asyncio.sleep(0)
    booking.cancel()  # the customer leaves
    await asyncio.sleep(0)  # the clean-up asks the airline
    booking.cancel()  # the service shuts down
    await asyncio.sleep(0)
    airline.answers.set()
    await asyncio.wait([booking])
    print("booking cancelled:", booking.cancelled())
    print("seat released:", "seat 12A" in released)


asyncio.run(main())
