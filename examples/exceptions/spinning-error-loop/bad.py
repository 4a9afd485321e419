r"""A loop that retries an await that fails at once freezes the event loop.

---
failure: hang
symptom: [frozen]
expect:
  exit: timeout
  within: 0.5
  stdout: ["quote: 42.1"]
grep:
  - pattern: 'while True:[^\n]*\n\s+try:[^\n]*\n(\s+[^\n]*\n){0,8}?[^\n]*\bawait\b[^\n]*\n(\s+[^\n]*\n){0,8}?\s+except(\s+\(?(Exception|OSError|ConnectionError)\b[^\n]*)?:[^\n]*\n\s+(continue|pass|print\(|_?log|self\._?log)[^\n]*\n([ \t]*\n|\S|\z)'
    multiline: true
innocent: "the handler waits or leaves the loop, or the await always suspends"
lint: [ruff:BLE001, pylint:broad-exception-caught]
---
"""

import asyncio


# region snippet
async def read_quotes(feed: asyncio.StreamReader) -> None:
    while True:
        try:
            quote = await feed.readexactly(4)
            print(f"quote: {quote.decode()}")
        except Exception:  # BUG: at the end of the feed every turn fails at once
            continue


# endregion


async def main() -> None:
    feed = asyncio.StreamReader()
    feed.feed_data(b"42.1")
    feed.feed_eof()
    async with asyncio.timeout(0.1):
        await read_quotes(feed)
    print("feed closed")


asyncio.run(main())
