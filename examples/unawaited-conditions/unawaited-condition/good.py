r"""await in the condition tests what the coroutine returns.

---
expect:
  stdout: |
    guest is refused
---
"""

import asyncio

ACCOUNTANTS = {"ada"}


async def is_allowed(user: str) -> bool:
    await asyncio.sleep(0)  # the permission service answers
    return user in ACCOUNTANTS


# region snippet
async def open_ledger(user: str) -> None:
    if await is_allowed(user):  # FIX: tests the answer
        print(f"{user} may read the ledger")
    else:
        print(f"{user} is refused")


# endregion


asyncio.run(open_ledger("guest"))
