r"""A second cancel interrupts the clean-up that awaits in a finally.

---
failure: silent
expect:
  stdout: |
    booking cancelled: True
    seat released: False
grep:
  pattern: '(^ {4}finally:[^\n]*\n( {8}[^\n]*\n|\n)*? {8}|^ {8}finally:[^\n]*\n( {12}[^\n]*\n|\n)*? {12}|^ {12}finally:[^\n]*\n( {16}[^\n]*\n|\n)*? {16})[^#\n]*\bawait ([^a\s]|a[^s]|as[^y]|asyncio\.(gather|sleep|wait_for))'
  multiline: true
innocent: "the await cannot suspend, or the other side takes the resource back soon enough"
symptom: [late-cleanup, leak]
lint: []
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
        await airline.release(seat)  # BUG: a second cancel ends it here


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
