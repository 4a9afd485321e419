r"""An async generator that acquires, yields once, and releases in its finally.

---
expect:
  stdout: |
    subscribed to ACME
    ACME at 10
    unsubscribed from ACME
    subscribed to BOLT
    unsubscribed from BOLT
    BOLT failed: no price
    subscribed to COIL
    unsubscribed from COIL
    COIL cancelled: True
---
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

PRICES = {"ACME": [10], "BOLT": [0], "COIL": []}


class Feed:
    async def subscribe(self, symbol: str) -> asyncio.Queue[int]:
        await asyncio.sleep(0)  # the exchange answers
        print(f"subscribed to {symbol}")
        quotes: asyncio.Queue[int] = asyncio.Queue()
        for price in PRICES[symbol]:
            quotes.put_nowait(price)
        return quotes

    async def unsubscribe(self, symbol: str) -> None:
        await asyncio.sleep(0)  # the exchange answers
        print(f"unsubscribed from {symbol}")


# region snippet
@asynccontextmanager
async def subscribed(feed: Feed, symbol: str) -> AsyncGenerator[asyncio.Queue[int]]:
    quotes = await feed.subscribe(symbol)
    try:
        yield quotes
    finally:
        await feed.unsubscribe(symbol)


async def report(feed: Feed, symbol: str) -> None:
    async with subscribed(feed, symbol) as quotes:
        price = await quotes.get()
        if not price:
            raise LookupError("no price")
        print(f"{symbol} at {price}")


# endregion


async def main() -> None:
    feed = Feed()
    await report(feed, "ACME")
    try:
        await report(feed, "BOLT")
    except LookupError as error:
        print("BOLT failed:", error)
    waiting = asyncio.create_task(report(feed, "COIL"))
    await asyncio.sleep(0)  # asks the exchange
    await asyncio.sleep(0)  # waits for a quote
    waiting.cancel()
    await asyncio.wait([waiting])
    print("COIL cancelled:", waiting.cancelled())


asyncio.run(main())
