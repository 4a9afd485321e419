r"""A rollback under except Exception does not run when the task is cancelled.

---
failure: silent
expect:
  stdout: |
    booking cancelled: True
    rooms held: ['room 7']
symptom: [late-cleanup, wrong-data]
grep:
  - pattern: '^[ \t]+except\b[^\n:C]*\bException\b[^\n:C]*:[^\n]*\n([ \t]+[^\sfe][^\n]*\n){0,3}?[ \t]+(await )?[\w.]*(rollback|release|refund|unlock|undo|revert|restore|compensate|abort)\w*\('
    multiline: true
    hits:
      - "    except Exception:\n        await transaction.rollback()\n"
innocent: "a finally or an except BaseException does it too, or nothing in the try awaits"
lint: []
marks:
  - pattern: 'except \(?(Exception|BaseException)\b'
    ask: "does an await stand in the try? must a cancellation undo it too, or end here?"
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
    except Exception:  # BUG: CancelledError passes, the room stays
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
