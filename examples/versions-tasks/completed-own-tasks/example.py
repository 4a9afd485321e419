r"""async for over as_completed gives back the tasks that were put in.

---
expect:
  - python: "<3.13"
    stdout: |
      somebody paid 20
      somebody paid 30
  - python: ">=3.13"
    stdout: |
      ada paid 20
      bob paid 30
lint: [pylint:not-an-iterable]
---
"""

import asyncio
import sys


DUE = {"ada": 20, "bob": 30}


async def charge(customer: str) -> int:
    await asyncio.sleep(0)  # the bank's turn
    return DUE[customer]


# region snippet
async def main() -> None:
    tasks = [asyncio.create_task(charge(name), name=name) for name in DUE]
    if sys.version_info >= (3, 13):
        async for task in asyncio.as_completed(tasks):
            print(f"{task.get_name()} paid {await task}")
    else:
        for paid in asyncio.as_completed(tasks):
            print(f"somebody paid {await paid}")


# endregion


asyncio.run(main())
