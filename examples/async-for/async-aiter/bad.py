r"""A coroutine function as __aiter__ makes async for fail at its first step.

---
failure: exception
expect:
  exit: 1
  stderr:
    - "TypeError: 'async for' received an object from __aiter__ that does not implement __anext__: coroutine"
    - "RuntimeWarning: coroutine 'Parcels.__aiter__' was never awaited"
grep:
  - pattern: 'async def __aiter__\([^)]*\)[^\n]*:[^\n]*\n(([^y\n]|y+[^iy\n])*y*\n){0,12}?[ \t]+return [\w.]+'
    multiline: true
innocent: "a yield in its body makes it an async generator function"
lint: []
---
"""

import asyncio
from typing import Self


# region snippet
class Parcels:
    def __init__(self) -> None:
        self.waiting = ["parcel 1", "parcel 2"]

    async def __aiter__(self) -> Self:  # BUG: async for does not await it
        return self

    async def __anext__(self) -> str:
        if not self.waiting:
            raise StopAsyncIteration
        await asyncio.sleep(0)  # the scanner's turn
        return self.waiting.pop(0)


# endregion


async def main() -> None:
    async for parcel in Parcels():
        print("loaded", parcel)


asyncio.run(main())
