r"""An exit that returns None lets the error of its block go on.

---
expect:
  stdout: |
    log: charge failed
    refused: card declined
---
"""

import asyncio
from typing import Self


async def charge(order: str) -> None:
    await asyncio.sleep(0)  # the bank answers
    raise PermissionError("card declined")


# region snippet
class Logged:
    def __init__(self, step: str) -> None:
        self.step = step

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type | None, *rest: object) -> None:
        if kind:
            print("log:", self.step, "failed")
        # FIX: returns None, so the error goes on


async def check_out(order: str) -> None:
    async with Logged("charge"):
        await charge(order)
    print(order, "confirmed")


# endregion


async def main() -> None:
    try:
        await check_out("order 7")
    except PermissionError as error:
        print("refused:", error)


asyncio.run(main())
