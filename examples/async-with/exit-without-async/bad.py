r"""async with awaits what __aexit__ returns, and a plain one returns None.

---
failure: exception
expect:
  exit: 1
  stdout: |
    order 7 stored
    closed
  stderr: ["TypeError: 'async with' received an object from __aexit__ that does not implement __await__: NoneType"]
grep:
  - pattern: '^[ \t]+def __a(enter|exit|next)__\([^)]*\)[ \t]*(->[ "]*([^\s"AFCT]|A[^w]|F[^u]|C[^o]|T[^a])[^\n]*)?:'
    multiline: true
    hits:
      - "    def __aenter__(self) -> Self:"
innocent: "it returns an awaitable"
lint: []
---
"""

import asyncio
from typing import Self


# region snippet
class OrderLog:
    async def __aenter__(self) -> Self:
        return self

    def __aexit__(self, *exc_info: object) -> None:  # BUG: None is awaited
        print("closed")

    async def store(self, order: str) -> None:
        print(order, "stored")


async def main() -> None:
    async with OrderLog() as log:
        await log.store("order 7")


# endregion


asyncio.run(main())
