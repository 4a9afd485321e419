r"""A stream hands out the rows of a large result in portions.

---
expect:
  stdout: |
    2 orders, sum 3
    2 orders, sum 7
    1 orders, sum 5
requires: {packages: ["sqlalchemy[asyncio]>=2.0", asyncpg], servers: [postgresql]}
---
"""

import asyncio
import os
import sys

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

if "DATABASE_URL" not in os.environ:
    print(
        "set DATABASE_URL, or: scripts/run_examples.py streamed-rows", file=sys.stderr
    )
    sys.exit(2)

URL = os.environ["DATABASE_URL"].replace("postgresql:", "postgresql+asyncpg:")


# region snippet
async def export(engine: AsyncEngine) -> None:
    query = text("SELECT generate_series(1, 5)")
    async with engine.connect() as connection:
        async with connection.stream(query) as result:
            async for orders in result.scalars().partitions(2):
                print(f"{len(orders)} orders, sum {sum(orders)}")


# endregion


async def main() -> None:
    engine = create_async_engine(URL)
    try:
        await export(engine)
    finally:
        await engine.dispose()


asyncio.run(main())
