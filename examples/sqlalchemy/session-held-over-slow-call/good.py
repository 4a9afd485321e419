r"""A commit before the slow call gives the connection back to the pool.

---
expect:
  stdout: |
    stock: 7
    charged order 1
requires: {packages: ["sqlalchemy[asyncio]>=2.0", asyncpg], servers: [postgresql]}
---
"""

import asyncio
import os
import sys

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

if "DATABASE_URL" not in os.environ:
    print(
        "set DATABASE_URL, or: scripts/run_examples.py session-held-over-slow-call",
        file=sys.stderr,
    )
    sys.exit(2)

URL = os.environ["DATABASE_URL"].replace("postgresql:", "postgresql+asyncpg:")
Sessions = async_sessionmaker[AsyncSession]


class Bank:
    def __init__(self) -> None:
        self.called, self.answers = asyncio.Event(), asyncio.Event()

    async def charge(self, order: int) -> None:
        self.called.set()
        await self.answers.wait()
        print("charged order", order)


# region snippet
async def check_out(sessions: Sessions, bank: Bank) -> None:
    async with sessions() as session:
        order = await session.scalar(text("SELECT 1"))
        await session.commit()  # FIX: the connection goes back
        await bank.charge(order)
        await session.execute(text("SELECT 2"))


async def show_stock(sessions: Sessions) -> None:
    async with sessions() as session:
        print("stock:", await session.scalar(text("SELECT 7")))


# endregion


async def main() -> None:
    engine = create_async_engine(URL, pool_size=1, max_overflow=0, pool_timeout=0.3)
    sessions, bank = async_sessionmaker(engine), Bank()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(check_out(sessions, bank))
            await bank.called.wait()
            await show_stock(sessions)
            bank.answers.set()
    finally:
        await engine.dispose()


asyncio.run(main())
