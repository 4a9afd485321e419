r"""A StopIteration that leaves a thread arrives as a RuntimeError.

---
expect:
  - python: "<3.12.6"
    stdout: |
      A-17, then TimeoutError
    stderr: ["StopIteration interacts badly with generators"]
  - python: ">=3.12.6"
    stdout: |
      A-17, then RuntimeError
---
"""

import asyncio


# region snippet
async def main() -> None:
    orders = iter(["A-17"])
    order = await asyncio.to_thread(next, orders)
    waiting = asyncio.wait_for(asyncio.to_thread(next, orders), timeout=0.5)
    (end,) = await asyncio.gather(waiting, return_exceptions=True)
    print(f"{order}, then {type(end).__name__}")


# endregion


asyncio.run(main())
