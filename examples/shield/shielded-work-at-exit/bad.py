r"""The end of asyncio.run cancels shielded work that nobody waits for.

---
failure: silent
expect:
  stdout: |
    not stored yet, goes on in the background
    stored: []
symptom: [lost-work]
grep:
  none: >-
    a shield whose caller gives up (TimeoutError, CancelledError) with nobody who waits for the inner task before main
    returns
lint: []
---
"""

import asyncio

LIMIT = 0.02  # seconds for the answer
stored: list[str] = []
archive = asyncio.Event()


async def store(order: str) -> None:
    await archive.wait()
    await asyncio.sleep(0)  # the archive's turn
    stored.append(order)


# region snippet
async def main() -> None:
    storing = asyncio.create_task(store("order 7"))
    try:
        await asyncio.wait_for(asyncio.shield(storing), LIMIT)
    except TimeoutError:  # BUG: main ends, and asyncio.run cancels it
        print("not stored yet, goes on in the background")
        archive.set()  # it answers at last


# endregion


asyncio.run(main())
print(f"stored: {stored}")
