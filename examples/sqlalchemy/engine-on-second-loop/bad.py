r"""An engine keeps connections of the loop that opened them.

---
failure: exception
expect:
  exit: 1
  stdout: ["orders: 3"]
  stderr: ["RuntimeError: Task", "attached to a different loop"]
requires: {packages: ["sqlalchemy[asyncio]>=2.0", asyncpg], servers: [postgresql]}
grep: '^\w+( *:[^=\n]+)? *= *([\w.]+\.)?create_async_engine\('
innocent: "the process runs one event loop, as a service under uvicorn does"
symptom: [works-once, fails-in-suite]
lint: []
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
engine = create_async_engine(URL)  # BUG: its pool outlives the first loop


async def report() -> None:
    async with engine.connect() as connection:
        orders = await connection.scalar(text("SELECT 1 + 2"))
        print("orders:", orders)


def nightly_job() -> None:
    asyncio.run(report())


# endregion

nightly_job()
nightly_job()
