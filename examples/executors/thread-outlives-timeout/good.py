r"""The blocking call keeps the limit itself, and its answer is the truth.

---
expect:
  stdout: |
    customer is told: not paid
    charged: []
---
"""

import asyncio
import threading

LIMIT = 0.02  # seconds the customer waits
charged: list[str] = []
bank = threading.Event()  # set when the bank answers, here: too late


# region snippet
def charge_card(order: str) -> str:
    if not bank.wait(LIMIT):  # FIX: the blocking call itself has the limit
        raise TimeoutError
    charged.append(order)
    return "paid"


async def pay(order: str) -> str:
    try:
        return await asyncio.to_thread(charge_card, order)
    except TimeoutError:
        return "not paid"


# endregion


async def main() -> None:
    print("customer is told:", await pay("order 7"))
    bank.set()


asyncio.run(main())
print("charged:", charged)
