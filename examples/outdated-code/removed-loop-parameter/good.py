r"""Everything in asyncio finds the running loop itself.

---
expect:
  stdout: |
    polled
---
"""

import asyncio


# region snippet
async def main() -> None:
    await asyncio.sleep(0.01)  # FIX: takes the running loop
    print("polled")


asyncio.run(main())
# endregion
