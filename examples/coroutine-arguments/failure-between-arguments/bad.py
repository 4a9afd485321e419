r"""An argument that fails to evaluate leaves the coroutines before it unawaited.

---
failure: warning
expect:
  stdout: |
    no card for 'order 7'
  stderr:
    - "RuntimeWarning: coroutine 'audit' was never awaited"
grep: {none: "a call with two coroutine arguments, or a list of them, whose later ones compute something that may raise"}
lint: []
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
    await asyncio.gather(
        audit(order),
        charge(order, CARDS[order]),  # BUG: audit(order) is made by now
    )


# endregion


async def main() -> None:
    try:
        await check_out("order 7")
    except KeyError as error:
        print("no card for", error)


asyncio.run(main())
