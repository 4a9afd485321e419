r"""Coroutines made of generators were removed from asyncio in 3.11.

---
failure: exception
expect:
  exit: 1
  stderr: ["AttributeError: module 'asyncio' has no attribute 'coroutine'"]
grep:
  pattern: '@(asyncio\.)?coroutine\b|\byield from (asyncio|self\.\w+|\w+)\.\w+\('
  hits: ["    yield from asyncio.sleep(1)", "@coroutine"]
innocent: "yield from over an iterable in a plain generator; Tornado's @gen.coroutine"
lint: [mypy:attr-defined, pyright:reportAttributeAccessIssue]
---
"""

import asyncio


# region snippet
@asyncio.coroutine  # BUG: gone since 3.11
def poll():
    yield from asyncio.sleep(0.01)
    return 5


async def main() -> None:
    print("orders:", await poll())



asyncio.run(main())
# endregion
