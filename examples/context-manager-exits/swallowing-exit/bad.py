r"""An exit that returns something true swallows every error of its block.

---
failure: silent
expect:
  stdout: |
    log: charge failed
    order 7 confirmed
grep:
  - pattern: '^[ \t]*async def __aexit__\([^)]*\)[^\n:]*:[^\n]*\n([ \t]+([^\sda@c]|a([^s\n]|s[^y\n]|sync [wf])|d[^e\n]|c[^l\n])[^\n]*\n|\n){0,15}?[ \t]+return (True|self\b|not )'
    multiline: true
    hits:
      - "    async def __aexit__(self, *exc_info):\n        await self.close()\n        return True\n"
innocent: "it is true for the errors alone that the manager is made to swallow"
symptom: [lost-error, not-stopped]
lint: []
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

    async def __aexit__(self, kind: type | None, *rest: object) -> bool:
        if kind:
            print("log:", self.step, "failed")
        return True  # BUG: the block's error ends here


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
