r"""A closed loop that stays current fails whoever asks for it next.

---
failure: exception
expect:
  exit: 1
  stdout: |
    schema migrated
  stderr:
    - "RuntimeError: Event loop is closed"
    - "RuntimeWarning: coroutine 'load_accounts' was never awaited"
grep:
  - pattern: '\basyncio\.set_event_loop\(([^N)]|N[^o)])'
innocent: "nobody asks for the loop afterwards, the thread ends with it, or it sets None"
symptom: [works-once]
lint: []
---
"""

import asyncio


async def migrate_schema() -> None:
    print("schema migrated")


async def load_accounts() -> None:
    print("accounts loaded")


# region snippet
def migrate() -> None:
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)  # BUG: still current when closed
    loop.run_until_complete(migrate_schema())
    loop.close()


def load() -> None:
    loop = asyncio.get_event_loop()
    loop.run_until_complete(load_accounts())


migrate()
load()
# endregion
