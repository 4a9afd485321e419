r"""A coroutine function is awaited; a thread is for a plain function.

---
expect:
  stdout: |
    saved: ['order 7']
---
"""

import asyncio

saved: list[str] = []


# region snippet
async def save(order: str) -> None:
    saved.append(order)


async def main() -> None:
    await save("order 7")  # FIX: runs in the loop
    print("saved:", saved)


# endregion


asyncio.run(main())
