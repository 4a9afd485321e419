r"""Coroutines made of generators were removed from asyncio in 3.11.

---
failure: exception
expect:
  exit: 1
  stderr: ["AttributeError: module 'asyncio' has no attribute 'coroutine'"]
grep:
  - pattern: '^[ \t]*@(asyncio\.)?coroutine\b|\byield from asyncio\.'
    hits:
      - "    yield from asyncio.sleep(1)"
      - "@coroutine"
innocent: "a decorator of Tornado or another library with that name"
lint: [mypy:attr-defined, pyright:reportAttributeAccessIssue, pylint:no-member]
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
