r"""async def and await, in every place at once.

---
expect:
  stdout: |
    orders: 5
---
"""

import asyncio


# region snippet
async def poll():  # FIX: async def, and await inside
    await asyncio.sleep(0.01)
    return 5


async def main() -> None:
    print("orders:", await poll())


asyncio.run(main())
# endregion
