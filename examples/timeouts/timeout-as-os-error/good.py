r"""The clause for TimeoutError stands before the one for OSError.

---
expect:
  stdout: |
    perhaps paid, ask the bank first
---
"""

import asyncio

LIMIT = 0.02  # seconds for the payment


async def ask_bank(order: str) -> str:
    await asyncio.Event().wait()  # the bank does not answer
    return "paid"


# region snippet
async def pay(order: str) -> str:
    try:
        async with asyncio.timeout(LIMIT):
            return await ask_bank(order)
    except TimeoutError:  # FIX: the narrower class comes first
        return "perhaps paid, ask the bank first"
    except OSError:
        return "bank is down, the order waits for it"


# endregion


async def main() -> None:
    print(await pay("A-17"))


asyncio.run(main())
