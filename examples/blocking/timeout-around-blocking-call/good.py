r"""The timeout fires in time, and the thread that is given up runs on.

---
expect:
  stdout: |
    answer to the customer: not paid
    card charged
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
        async with asyncio.timeout(LIMIT):
            return await asyncio.to_thread(charge_card)  # FIX: the loop can time out
    except TimeoutError:
        return "not paid"


# endregion


async def main() -> None:
    print("answer to the customer:", await pay())
    served.set()


asyncio.run(main())
