r"""A coroutine returned out of an async with runs after the session is closed.

---
failure: exception
expect:
  exit: 1
  stderr: ["RuntimeError: Session is closed"]
grep:
  - pattern: '^[ \t]*async with [^\n]+:[^\n]*\n([ \t]+[^\n]*\n){0,4}?[ \t]+return (asyncio\.(create_task|ensure_future|shield)\()?(session|client|conn|connection|db|tx|transaction|http|http_client|redis|self\.session|self\.client)\.\w+\('
    multiline: true
    hits: ["    async with open_session() as session:\n        return asyncio.create_task(session.get(day))\n"]
innocent: "the method is a plain one, or answers with what needs no session"
lint: []
---
"""

import asyncio
from collections.abc import Awaitable
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
async def fetch_report(day: str) -> Awaitable[str]:
    async with Session() as session:
        return session.get(day)  # BUG: runs after the session has closed


async def main() -> None:
    report = await fetch_report("Monday")
    print(await report)


# endregion


asyncio.run(main())
