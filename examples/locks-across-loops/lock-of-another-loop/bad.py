r"""A lock on which a task has waited belongs to that event loop.

---
failure: exception
expect:
  exit: 1
  stdout: ["import 1 done"]
  stderr: ["RuntimeError: <asyncio.locks.Lock object at ", "is bound to a different event loop"]
grep:
  - pattern: '^(\w+|[ \t]+\w+: ClassVar\S*)[ \t]*(:[^=\n]+)?=[ \t]*asyncio\.(Lock|Event|Condition|(Bounded)?Semaphore|Barrier|(Lifo|Priority)?Queue)(\[[^\n]*\])?\('
    multiline: true
innocent: "one asyncio.run in the life of the process, tests included"
lint: []
---
"""

import asyncio


# region snippet
catalogue = asyncio.Lock()  # BUG: made once, for every event loop


async def update(item: str) -> None:
    async with catalogue:
        await asyncio.sleep(0)  # the database's answer


async def import_items() -> None:
    await asyncio.gather(update("lamp"), update("chair"))


# endregion


for run in (1, 2):
    asyncio.run(import_items())
    print("import", run, "done")
