r"""An if spares asyncio.wait the empty set.

---
expect:
  stdout: |
    all receipts sent
---
"""

import asyncio

background: set[asyncio.Task[None]] = set()


# region snippet
async def shut_down() -> None:
    if background:  # FIX: an idle service waits for nothing
        await asyncio.wait(background)
    print("all receipts sent")


# endregion


asyncio.run(shut_down())
