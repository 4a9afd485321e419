r"""With return_exceptions=True gather hands over one outcome a coroutine.

---
expect:
  stdout: |
    failed: orders: disk full
    failed: invoices: no such host
---
"""

import asyncio


async def back_up(table: str, fault: str) -> None:
    await asyncio.sleep(0)
    raise OSError(f"{table}: {fault}")


# region snippet
async def back_up_all() -> None:
    backups = [back_up("orders", "disk full"), back_up("invoices", "no such host")]
    outcomes = await asyncio.gather(*backups, return_exceptions=True)  # FIX: all
    for outcome in outcomes:
        if isinstance(outcome, BaseException):
            print("failed:", outcome)


# endregion


asyncio.run(back_up_all())
