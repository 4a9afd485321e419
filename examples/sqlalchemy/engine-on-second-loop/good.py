r"""An engine that each loop makes for itself and disposes of.

---
expect:
  stdout: |
    orders: 3
    orders: 3
requires: {packages: ["sqlalchemy[asyncio]>=2.0", asyncpg], servers: [postgresql]}
---
"""

import asyncio
import os
import sys

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

if "DATABASE_URL" not in os.environ:
    print(
        "set DATABASE_URL, or: scripts/run_examples.py engine-on-second-loop",
        file=sys.stderr,
    )
    sys.exit(2)

URL = os.environ["DATABASE_URL"].replace("postgresql:", "postgresql+asyncpg:")


# region snippet
async def report() -> None:
    engine = create_async_engine(URL)  # FIX: lives and ends with its loop
    try:
        async with engine.connect() as connection:
            orders = await connection.scalar(text("SELECT 1 + 2"))
            print("orders:", orders)
    finally:
        await engine.dispose()


def nightly_job() -> None:
    asyncio.run(report())


# endregion

nightly_job()
nightly_job()
