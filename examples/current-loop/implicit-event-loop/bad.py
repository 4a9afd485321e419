r"""asyncio.get_event_loop without a running loop fails from 3.14 on.

---
failure: exception
expect:
  - python: ">=3.11.2,<3.12"
    failure: silent
    stdout: |
      subscribed
      event-1
      done
  - python: ">=3.12,<3.14"
    failure: warning
    stdout: |
      subscribed
      event-1
      done
    stderr: ["DeprecationWarning: There is no current event loop"]
  - python: ">=3.14"
    exit: 1
    stderr: ["RuntimeError: There is no current event loop in thread 'MainThread'."]
grep:
  - pattern: '^(\w+ = )?[\w.]*\bget_event_loop\(\)|get_event_loop\(\)(\n[^\n]*){0,6}?\.run_(until_complete|forever)\('
    multiline: true
  - pattern: 'get_event_loop_policy\(\)\.get_event_loop'
    hits:
      - "loop = asyncio.get_event_loop_policy().get_event_loop()"
innocent: "inside of a coroutine or a callback: it returns the running loop"
symptom: [late-cleanup]
lint: []
corrects:
  - said: "get_event_loop, run_until_complete and close are merely the older style"
    instead: "asyncio.run: from 3.14 get_event_loop makes no loop and raises"
---
"""

import asyncio
from collections.abc import AsyncGenerator


async def subscribe() -> AsyncGenerator[str]:
    print("subscribed")
    try:
        yield "event-1"
        yield "event-2"
    finally:
        await asyncio.sleep(0)  # the broker answers
        print("unsubscribed")


events = subscribe()


# region snippet
async def main() -> None:
    print(await anext(events))


loop = asyncio.get_event_loop()  # BUG: there is no loop to get
try:
    loop.run_until_complete(main())
finally:
    loop.close()
# endregion

print("done")
