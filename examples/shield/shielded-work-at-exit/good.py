r"""main waits for the shielded work before it returns.

---
expect:
  stdout: |
    not stored yet, goes on in the background
    stored: ['order 7']
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
    except TimeoutError:
        print("not stored yet, goes on in the background")
        archive.set()  # it answers at last
        await asyncio.wait([storing])  # FIX: it ends before main does


# endregion


asyncio.run(main())
print(f"stored: {stored}")
