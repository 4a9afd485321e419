r"""A helper that calls a coroutine is a coroutine too.

---
expect:
  stdout: |
    80
---
"""

import asyncio


async def fetch_discount(customer: str) -> int:
    await asyncio.sleep(0)  # the pricing service answers
    return 20


# region snippet
async def discount(customer: str) -> int:
    return await fetch_discount(customer)  # FIX: runs in the loop that runs


async def check_out(customer: str, price: int) -> int:
    return price - await discount(customer)


# endregion


print(asyncio.run(check_out("ada", 100)))
