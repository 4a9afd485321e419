r"""A timeout ends the wait for a thread; the thread works on.

---
failure: silent
expect:
  stdout: |
    customer is told: not paid
    charged: ['order 7']
grep:
  - pattern: '\btimeout(_at)?\([^\n]*\n([^\n]*\n){0,3}?[^\n]*\b(to_thread|run_in_executor)\('
    multiline: true
  - pattern: '\bwait_for\(\s*[\w.]*(to_thread|run_in_executor)\('
    multiline: true
    hits: ["await asyncio.wait_for(asyncio.to_thread(charge_card, order), LIMIT)"]
symptom: [not-stopped]
innocent: "the work may end unobserved: a read, or a write that may be repeated"
lint: []
---
"""

import asyncio
import threading

LIMIT = 0.02  # seconds the customer waits
charged: list[str] = []
bank = threading.Event()  # set when the bank answers, here: too late


# region snippet
def charge_card(order: str) -> str:
    bank.wait()
    charged.append(order)
    return "paid"


async def pay(order: str) -> str:
    try:
        async with asyncio.timeout(LIMIT):
            return await asyncio.to_thread(charge_card, order)  # BUG: not stopped
    except TimeoutError:
        return "not paid"


# endregion


async def main() -> None:
    print("customer is told:", await pay("order 7"))
    bank.set()


asyncio.run(main())
print("charged:", charged)
