r"""A loop that ends at the error which no retry can mend leaves the event loop free.

---
expect:
  stdout: |
    quote: 42.1
    feed closed
---
"""

import asyncio


# region snippet
async def read_quotes(feed: asyncio.StreamReader) -> None:
    while True:
        try:
            quote = await feed.readexactly(4)
            print(f"quote: {quote.decode()}")
        except asyncio.IncompleteReadError:  # FIX: no retry mends the end of the feed
            break


# endregion


async def main() -> None:
    feed = asyncio.StreamReader()
    feed.feed_data(b"42.1")
    feed.feed_eof()
    async with asyncio.timeout(0.1):
        await read_quotes(feed)
    print("feed closed")


asyncio.run(main())
