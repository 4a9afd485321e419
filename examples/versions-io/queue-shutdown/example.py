r"""A queue that is shut down gives out its last items and then raises.

---
expect:
  - python: "<3.13"
    stdout: |
      A-17, then TimeoutError
  - python: ">=3.13"
    stdout: |
      A-17, then QueueShutDown
---
"""

import asyncio
import sys


# region snippet
async def main() -> None:
    orders: asyncio.Queue[str] = asyncio.Queue()
    orders.put_nowait("A-17")
    if sys.version_info >= (3, 13):
        orders.shutdown()
    order = await orders.get()
    waiting = asyncio.wait_for(orders.get(), timeout=0.05)
    (end,) = await asyncio.gather(waiting, return_exceptions=True)
    print(f"{order}, then {type(end).__name__}")


# endregion


asyncio.run(main())
