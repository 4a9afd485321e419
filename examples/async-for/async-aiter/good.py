r"""__aiter__ is a plain method; only __anext__ is awaited.

---
expect:
  stdout: |
    loaded parcel 1
    loaded parcel 2
---
"""

import asyncio
from typing import Self


# region snippet
class Parcels:
    def __init__(self) -> None:
        self.waiting = ["parcel 1", "parcel 2"]

    def __aiter__(self) -> Self:  # FIX: a plain method
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
