r"""shield spares the inner task, not the line that awaits it.

---
failure: silent
expect:
  stdout: |
    card charged for order 7
    orders booked: []
grep: {pattern: '\bshield\(\s*[\w.]+\(', multiline: true}
innocent: "nothing that matters follows, and somebody else owns the inner task"
symptom: [lost-work, late-cleanup]
lint: []
corrects:
  - said: "await asyncio.shield(work()) marks a place that is not cancelled"
    instead: "only the inner task is spared: keep it, wait for it, then let the cancellation through"
marks:
  - pattern: '(\.|\(|await |return |= )shield\('
    ask: "who holds and awaits the inner task?"
---
"""

import asyncio

booked: list[str] = []


async def charge(order: str, bank: asyncio.Event) -> None:
    await bank.wait()
    print("card charged for", order)


# region snippet
async def check_out(order: str, bank: asyncio.Event) -> None:
    await asyncio.shield(charge(order, bank))  # BUG: raises here when cancelled
    booked.append(order)


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
