r"""An except clause for the errors of the work lets the deadline through.

---
expect:
  stdout: |
    no price in time
    price: None, deadline passed: True
---
"""

import asyncio

BUDGET = 0.02  # seconds for all replicas together


async def read_price(replica: str) -> int:
    if replica == "primary":
        await asyncio.Event().wait()  # this replica never answers
    await asyncio.sleep(BUDGET)
    return 42


# region snippet
async def main() -> None:
    price = None
    try:
        async with asyncio.timeout(BUDGET) as deadline:
            for replica in ("primary", "standby"):
                try:
                    price = await read_price(replica)
                except OSError:  # FIX: CancelledError passes and ends the block
                    print(f"{replica} failed")
    except TimeoutError:
        print("no price in time")
    print(f"price: {price}, deadline passed: {deadline.expired()}")


# endregion


asyncio.run(main())
