r"""wait_for waits for the clean-up of what it cancels, without a limit.

---
failure: silent
expect:
  stdout: |
    half a report deleted
    answer: try again later
grep:
  none: >-
    awaits in finally, except and __aexit__ of what runs under wait_for or asyncio.timeout: a rollback, a flush,
    a close handshake, a join, without a limit of their own
symptom: [not-stopped, late-cleanup]
lint: []
marks:
  - pattern: '(^[ \t]*|[^f\s][ (]|[(=])[\w.]*\bwait_for\('
    ask: "what does it cancel, and does that end?"
---
"""

import asyncio

LIMIT = 0.02  # seconds the customer waits


# region snippet
async def build_report() -> str:
    try:
        await asyncio.Event().wait()  # far too much data
        return "report"
    finally:
        await asyncio.sleep(0.05)  # the file store is slow
        print("half a report deleted")


async def answer(group: asyncio.TaskGroup) -> str:
    try:
        return await asyncio.wait_for(build_report(), LIMIT)  # BUG: waits past LIMIT
    except TimeoutError:
        return "try again later"


# endregion


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        print("answer:", await answer(group))


asyncio.run(main())
