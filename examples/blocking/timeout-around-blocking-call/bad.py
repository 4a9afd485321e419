r"""A timeout does not fire while the code inside it blocks the loop.

---
failure: silent
expect:
  stdout: |
    card charged
    answer to the customer: paid
grep: {pattern: '\basyncio\.timeout(_at)?\([^\n]*\n\s+(return |[\w.]+ = )?[\w.]+\(', multiline: true}
innocent: "the call computes or looks something up in memory, and awaits follow"
symptom: [not-stopped, frozen]
lint: [ruff:ASYNC100, flake8-async:ASYNC100]
---
"""

import asyncio
import threading

LIMIT = 0.02  # seconds the customer waits
served = threading.Event()  # set once the customer has an answer


def charge_card() -> str:
    served.wait(0.5)  # the bank takes longer than the customer waits
    print("card charged")
    return "paid"


# region snippet
async def pay() -> str:
    try:
        async with asyncio.timeout(LIMIT):  # BUG: no timer runs in a blocked loop
            return charge_card()
    except TimeoutError:
        return "not paid"


# endregion


async def main() -> None:
    print("answer to the customer:", await pay())
    served.set()


asyncio.run(main())
