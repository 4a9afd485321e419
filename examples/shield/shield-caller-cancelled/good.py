r"""One task holds all that belongs together, and its cancelled caller waits for it.

---
expect:
  stdout: |
    card charged for order 7
    orders booked: ['order 7']
---
"""

import asyncio

booked: list[str] = []


async def charge(order: str, bank: asyncio.Event) -> None:
    await bank.wait()
    print("card charged for", order)


# region snippet
async def charge_and_book(order: str, bank: asyncio.Event) -> None:
    await charge(order, bank)
    booked.append(order)


async def check_out(order: str, bank: asyncio.Event) -> None:
    payment = asyncio.create_task(charge_and_book(order, bank))  # FIX: both steps
    try:
        await asyncio.shield(payment)
    except asyncio.CancelledError:
        await asyncio.wait([payment])
        raise


# endregion


async def main() -> None:
    bank = asyncio.Event()
    customer = asyncio.create_task(check_out("order 7", bank))
    await asyncio.sleep(0)  # the check-out waits for the bank
    customer.cancel()  # the customer closes the page
    await asyncio.sleep(0)  # the cancellation reaches the check-out
    bank.set()
    while len(asyncio.all_tasks()) > 1:  # all but this one have ended
        await asyncio.sleep(0)
    print("orders booked:", booked)


asyncio.run(main())
