r"""A class method awaits what it needs, then makes the object.

---
expect:
  stdout: |
    session at stock-1
---
"""

import asyncio
from typing import Self


async def log_in(host: str) -> str:
    await asyncio.sleep(0)  # the stock service answers
    return f"session at {host}"


# region snippet
class StockClient:
    def __init__(self, session: str) -> None:
        self.session = session

    @classmethod
    async def connect(cls, host: str) -> Self:  # FIX: awaits first, then builds
        return cls(await log_in(host))


async def main() -> None:
    client = await StockClient.connect("stock-1")
    print(client.session)


# endregion


asyncio.run(main())
