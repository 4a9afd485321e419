r"""wait_for runs the coroutine in the calling task, so its context variables stay.

---
expect:
  - python: "<3.12"
    stdout: |
      user: nobody
  - python: ">=3.12"
    stdout: |
      user: ada
---
"""

import asyncio
from contextvars import ContextVar

user = ContextVar("user", default="nobody")


async def log_in(name: str) -> None:
    await asyncio.sleep(0)  # the directory answers
    user.set(name)


# region snippet
async def main() -> None:
    await asyncio.wait_for(log_in("ada"), timeout=60)  # calls user.set("ada")
    print(f"user: {user.get()}")


# endregion


asyncio.run(main())
