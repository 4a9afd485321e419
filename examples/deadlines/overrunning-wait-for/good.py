r"""asyncio.wait returns at the limit, and the clean-up goes on in a task with an owner.

---
expect:
  stdout: |
    answer: try again later
    half a report deleted
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
    report = group.create_task(build_report())
    try:
        await asyncio.wait([report], timeout=LIMIT)  # FIX: returns at the limit
    finally:
        report.cancel()  # does nothing if it is done
    return report.result() if report.done() else "try again later"


# endregion


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        print("answer:", await answer(group))


asyncio.run(main())
