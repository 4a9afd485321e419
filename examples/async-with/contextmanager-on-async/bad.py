r"""contextmanager on an async generator function makes a manager of neither kind.

---
failure: exception
expect:
  - python: ">=3.14"
    exit: 1
    stderr: ["object does not support the asynchronous context manager protocol"]
  - python: "<3.14"
    exit: 1
    stderr: ["TypeError: '_GeneratorContextManager' object does not support the asynchronous context manager protocol"]
grep:
  pattern: '^[ \t]*@(contextlib\.)?contextmanager[ \t]*(#[^\n]*)?\n([ \t]*@[^\n]*\n)*[ \t]*async def '
  multiline: true
  hits: ["    @contextlib.contextmanager\n    async def session(self) -> AsyncIterator[Session]:\n"]
innocent: "never"
lint: [mypy:arg-type, pyright:reportArgumentType, pyright:reportCallIssue]
---
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import contextmanager


# region snippet
@contextmanager  # BUG: expects a plain generator
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
