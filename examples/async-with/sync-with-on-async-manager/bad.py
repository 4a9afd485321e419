r"""A plain with on an async context manager raises TypeError.

---
failure: exception
expect:
  - python: ">=3.14"
    exit: 1
    stderr:
      - "TypeError: 'asyncio.locks.Lock' object does not support the context manager protocol (missed __exit__ method)"
      - "Did you mean to use 'async with'?"
  - python: "<3.14"
    exit: 1
    stderr: ["TypeError: 'Lock' object does not support the context manager protocol"]
grep:
  - pattern: '^[ \t]+with (asyncio\.(timeout|TaskGroup)|(aiohttp|aiofiles|asyncpg)\.|httpx2?\.Async|[\w.]*[Ss]ession\w*\.(get|post|put|patch|delete|request|begin)\()'
    hits:
      - "    with asyncio.timeout(5):"
      - "    with self._session.get(url) as response:"
  - pattern: '^[ \t]+with ([\w.]*[._])?([Ll]ock|[Ss]em(aphore)?|[Ss]ession|[Tt]ransaction)\b[^\n]*:[^\n]*\n([ \t]+[^\n]*\n){0,3}?[ \t]+[^\n#]*\bawait '
    multiline: true
  - pattern: '@(contextlib\.)?contextmanager[ \t]*\n[ \t]*async def'
    multiline: true
    hits:
      - "@contextmanager\nasync def subscribed(feed: Feed) -> AsyncIterator[None]:\n"
innocent: "a threading lock, a synchronous session"
lint: [mypy:attr-defined, pyright:reportGeneralTypeIssues]
---
"""

import asyncio

stock = {"SKU-1": 5}


async def read_stock(sku: str) -> int:
    await asyncio.sleep(0)  # the database answers
    return stock[sku]


# region snippet
async def reserve(sku: str, lock: asyncio.Lock) -> None:
    with lock:  # BUG: cannot wait for the lock
        left = await read_stock(sku)
        stock[sku] = left - 1
    print("left:", stock[sku])


# endregion


async def main() -> None:
    await reserve("SKU-1", asyncio.Lock())


asyncio.run(main())
