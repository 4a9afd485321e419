r"""asynccontextmanager turns an async generator function into an async manager.

---
expect:
  stdout: |
    subscribed to ACME
    feed of ACME
    unsubscribed from ACME
---
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager


# region snippet
@asynccontextmanager  # FIX: for async generators
async def subscribed(symbol: str) -> AsyncGenerator[str]:
    print("subscribed to", symbol)
    try:
        yield f"feed of {symbol}"
    finally:
        print("unsubscribed from", symbol)


async def main() -> None:
    async with subscribed("ACME") as feed:
        print(feed)


# endregion


asyncio.run(main())
