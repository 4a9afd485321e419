r"""asyncio.run closes the loop that it makes.

---
flags: [-W, always::ResourceWarning]
expect:
  stdout: |
    order-7 archived
---
"""

import asyncio
import gc


async def upload(order: str) -> None:
    await asyncio.sleep(0)  # the archive answers
    print(f"{order} archived")


# region snippet
def archive(order: str) -> None:
    asyncio.run(upload(order))  # FIX: the loop is closed with the call


archive("order-7")
# endregion

gc.collect()
