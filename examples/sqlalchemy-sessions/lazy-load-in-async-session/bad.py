r"""A relation that is loaded on access cannot be awaited, so it fails.

---
failure: exception
expect:
  exit: 1
  stderr: ["sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called; can't call await_() here."]
requires: {packages: ["sqlalchemy[asyncio]>=2.0", asyncpg], servers: [postgresql]}
grep: {none: "a relation of an object (order.lines, in a template or a serialiser too) whose query has no selectinload or joinedload of it"}
lint: []
---
"""

import asyncio
import os
import sys

from sqlalchemy import ForeignKey, select
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    mapped_column,
    relationship,
)
from sqlalchemy.schema import CreateSchema, DropSchema

if "DATABASE_URL" not in os.environ:
    print(
        "set DATABASE_URL, or: scripts/run_examples.py lazy-load-in-async-session",
        file=sys.stderr,
    )
    sys.exit(2)

URL = os.environ["DATABASE_URL"].replace("postgresql:", "postgresql+asyncpg:")
SCHEMA = f"shop_{os.getpid()}"


class Base(DeclarativeBase):
    __table_args__ = {"schema": SCHEMA}


# region snippet
class Line(Base):
    __tablename__ = "lines"
    sku: Mapped[str] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey(f"{SCHEMA}.orders.id"))


class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
    lines: Mapped[list[Line]] = relationship()


async def show_order(session: AsyncSession) -> None:
    order = (await session.scalars(select(Order))).one()
    skus = [line.sku for line in order.lines]  # BUG: a query without an await
    print(f"order {order.id}:", ", ".join(skus))


# endregion


async def show_stored_order(session: AsyncSession) -> None:
    session.add(Order(id=1, lines=[Line(sku="lamp"), Line(sku="chair")]))
    await session.commit()
    await show_order(session)


async def main() -> None:
    engine = create_async_engine(URL)
    try:
        async with engine.begin() as connection:
            await connection.execute(CreateSchema(SCHEMA))
            await connection.run_sync(Base.metadata.create_all)
        try:
            async with AsyncSession(engine) as session:
                await show_stored_order(session)
        finally:
            async with engine.begin() as connection:
                await connection.execute(DropSchema(SCHEMA, cascade=True))
    finally:
        await engine.dispose()


asyncio.run(main())
