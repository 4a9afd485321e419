r"""set and reset run in the same task.

---
expect:
  stdout: |
    shift of alice
    closed, user is nobody
---
"""

import asyncio
import contextvars

user: contextvars.ContextVar[str] = contextvars.ContextVar("user", default="nobody")


# region snippet
class Till:
    async def open(self, name: str) -> None:
        self.token = user.set(name)
        print("shift of", user.get())

    async def close(self) -> None:
        user.reset(self.token)
        print("closed, user is", user.get())


async def main() -> None:
    till = Till()
    await till.open("alice")
    await till.close()  # FIX: the task that opened it


# endregion


asyncio.run(main())
