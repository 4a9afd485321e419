r"""A plain except does not catch what a task group raises.

---
failure: exception
expect:
  exit: 1
  stderr:
    - "ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)"
    - "ConnectionError: replica down"
grep: {pattern: 'try:[^\n]*\n\s+async with [^\n]*TaskGroup\([^\n]*\n(\s+[^\n]*\n)+?\s+except [A-Z]', multiline: true}
innocent: "it names Exception, an exception group, or an outer timeout's TimeoutError"
lint: []
---
"""

import asyncio


async def fetch(replica: str) -> str:
    raise ConnectionError(f"{replica} down")


# region snippet
async def main() -> None:
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fetch("replica"))
    except ConnectionError:  # BUG: a task group raises an ExceptionGroup
        print("serving from cache")


# endregion


asyncio.run(main())
