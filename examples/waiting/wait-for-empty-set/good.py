r"""gather of nothing returns an empty list.

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
    await asyncio.gather(*background, return_exceptions=True)  # FIX: none will do
    print("all receipts sent")


# endregion


asyncio.run(shut_down())
