r"""run_until_complete cannot drive a loop that already runs.

---
failure: exception
expect:
  exit: 1
  stderr:
    - "RuntimeError: This event loop is already running"
    - "RuntimeWarning: coroutine 'read_replicas' was never awaited"
grep:
  - pattern: '\bget_(running|event)_loop\(\)(\n[^\n]*){0,3}?\.run_(until_complete|forever)\('
    multiline: true
innocent: "no coroutine calls it, at any depth"
lint: []
---
"""

import asyncio


async def read_replicas(service: str) -> int:
    await asyncio.sleep(0)  # the registry answers
    return 3


# region snippet
def replicas(service: str) -> int:
    loop = asyncio.get_event_loop()
    return loop.run_until_complete(read_replicas(service))  # BUG: it runs


async def scale(service: str) -> int:
    return replicas(service) + 1


# endregion


print(asyncio.run(scale("billing")))
