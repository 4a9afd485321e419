r"""An await inside the block runs the coroutine while the session is open.

---
expect:
  stdout: |
    report of Monday
---
"""

import asyncio
from typing import Self


class Session:
    closed = False

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        self.closed = True

    async def get(self, day: str) -> str:
        await asyncio.sleep(0)  # the server answers
        if self.closed:
            raise RuntimeError("Session is closed")
        return f"report of {day}"


# region snippet
async def fetch_report(day: str) -> str:
    async with Session() as session:
        return await session.get(day)  # FIX: runs while the session is open


async def main() -> None:
    report = await fetch_report("Monday")
    print(report)


# endregion


asyncio.run(main())
