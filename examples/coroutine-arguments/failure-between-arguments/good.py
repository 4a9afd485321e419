r"""What may raise is computed before the first coroutine is made.

---
expect:
  stdout: |
    no card for 'order 7'
---
"""

import asyncio

CARDS: dict[str, str] = {}


async def audit(order: str) -> None:
    await asyncio.sleep(0)  # the log is written


async def charge(order: str, card: str) -> None:
    await asyncio.sleep(0)  # the bank answers


# region snippet
async def check_out(order: str) -> None:
    card = CARDS[order]  # FIX: raises before any coroutine is made
    await asyncio.gather(
        audit(order),
        charge(order, card),
    )


# endregion


async def main() -> None:
    try:
        await check_out("order 7")
    except KeyError as error:
        print("no card for", error)


asyncio.run(main())
