r"""A session serves one task at a time, whatever runs at once.

---
failure: exception
expect:
  exit: 1
  stderr:
    - "ExceptionGroup: unhandled errors in a TaskGroup"
    - "InvalidRequestError: This session is provisioning a new connection; concurrent operations are not permitted"
requires: {packages: ["sqlalchemy[asyncio]>=2.0", asyncpg], servers: [postgresql]}
grep:
  - pattern: 'async with [^\n]*\b(AsyncSession|Session|sessions?|\w*[sS]ession_?(maker|factory|[lL]ocal))(\.begin)?\([^\n]*:[^\n]*\n([ \t]+[^\n]*\n){0,3}?[^\n]*\b(gather|TaskGroup)\('
    multiline: true
  - pattern: '\bgather\(\s*(self\.)?_?(session|db)\.(execute|scalars?|get|flush|commit|refresh|stream)\('
    multiline: true
    hits: ["    users, orders = await asyncio.gather(session.execute(USERS), session.execute(ORDERS))"]
innocent: "the tasks do not touch the session; or it is an HTTP client's"
lint: []
---
"""

import asyncio
import os
import sys

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

if "DATABASE_URL" not in os.environ:
    print(
        "set DATABASE_URL, or: scripts/run_examples.py session-shared-between-tasks",
        file=sys.stderr,
    )
    sys.exit(2)

URL = os.environ["DATABASE_URL"].replace("postgresql:", "postgresql+asyncpg:")
Sessions = async_sessionmaker[AsyncSession]


# region snippet
async def show_stock(session: AsyncSession, sku: str) -> None:
    print(f"{sku}:", await session.scalar(select(func.length(sku))))


async def show_all(sessions: Sessions, skus: list[str]) -> None:
    async with sessions() as session:
        async with asyncio.TaskGroup() as group:  # BUG: all use one session
            for sku in skus:
                group.create_task(show_stock(session, sku))


# endregion


async def main() -> None:
    engine = create_async_engine(URL)
    try:
        await show_all(async_sessionmaker(engine), ["lamp", "chair"])
    finally:
        await engine.dispose()


asyncio.run(main())
