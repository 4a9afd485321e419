r"""A handler that cleans up and raises again leaves the task cancelled.

---
expect:
  stdout: |
    hold on the card released
    A-17 not paid, parcel kept
---
"""

import asyncio

TIMEOUT = 0.02  # seconds for the payment; the bank of this example never answers


async def ask_bank(order: str) -> None:
    await asyncio.Event().wait()


# region snippet
async def capture_payment(order: str) -> None:
    try:
        await ask_bank(order)
    except asyncio.CancelledError:
        print("hold on the card released")
        raise  # FIX: the caller learns that it was cancelled


async def main() -> None:
    try:
        await asyncio.wait_for(capture_payment("A-17"), TIMEOUT)
        print("A-17 paid, parcel sent")
    except TimeoutError:
        print("A-17 not paid, parcel kept")


# endregion


asyncio.run(main())
