r"""Each task has a session, and so a transaction, of its own.

---
expect:
  stdout: ["lamp: 4", "chair: 5"]
requires: {packages: ["sqlalchemy[asyncio]>=2.0", asyncpg], servers: [postgresql]}
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
async def show_stock(sessions: Sessions, sku: str) -> None:
    async with sessions() as session:  # FIX: each task has its own
        print(f"{sku}:", await session.scalar(select(func.length(sku))))


async def show_all(sessions: Sessions, skus: list[str]) -> None:
    async with asyncio.TaskGroup() as group:
        for sku in skus:
            group.create_task(show_stock(sessions, sku))


# endregion


async def main() -> None:
    engine = create_async_engine(URL)
    try:
        await show_all(async_sessionmaker(engine), ["lamp", "chair"])
    finally:
        await engine.dispose()


asyncio.run(main())
