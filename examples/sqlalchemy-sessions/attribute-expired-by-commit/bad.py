r"""A commit expires the objects; the next access wants to load them again.

---
failure: exception
expect:
  exit: 1
  stderr: ["sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called; can't call await_() here."]
requires: {packages: ["sqlalchemy[asyncio]>=2.0", asyncpg], servers: [postgresql]}
grep:
  pattern: '\b(async_sessionmaker|AsyncSession)\(((bind=)?\w+)?(, *class_=AsyncSession)?\)'
  hits: ["SessionLocal = async_sessionmaker(engine, class_=AsyncSession)", "    async with AsyncSession(engine) as session:"]
innocent: "after a commit, the code reads no attribute of an object, or refreshes it first"
lint: []
---
"""

import asyncio
import os
import sys

from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.schema import CreateSchema, DropSchema

if "DATABASE_URL" not in os.environ:
    print(
        "set DATABASE_URL, or: scripts/run_examples.py attribute-expired-by-commit",
        file=sys.stderr,
    )
    sys.exit(2)

URL = os.environ["DATABASE_URL"].replace("postgresql:", "postgresql+asyncpg:")
SCHEMA = f"shop_{os.getpid()}"


class Base(DeclarativeBase):
    __table_args__ = {"schema": SCHEMA}


class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
    sku: Mapped[str]


# region snippet
async def create_order(engine: AsyncEngine, sku: str) -> None:
    sessions = async_sessionmaker(engine)  # BUG: commit empties the objects
    async with sessions() as session:
        order = Order(sku=sku)
        session.add(order)
        await session.commit()
        print(f"created order {order.id}: {order.sku}")


# endregion


async def main() -> None:
    engine = create_async_engine(URL)
    try:
        async with engine.begin() as connection:
            await connection.execute(CreateSchema(SCHEMA))
            await connection.run_sync(Base.metadata.create_all)
        try:
            await create_order(engine, "lamp")
        finally:
            async with engine.begin() as connection:
                await connection.execute(DropSchema(SCHEMA, cascade=True))
    finally:
        await engine.dispose()


asyncio.run(main())
