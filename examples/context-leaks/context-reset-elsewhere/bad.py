r"""A token is good only in the context in which it was made.

---
failure: exception
expect:
  exit: 1
  stdout: |
    shift of alice
  stderr: ["ValueError: <Token var=<ContextVar name='user'", "was created in a different Context"]
grep:
  none: >-
    .reset(token) in another function than the .set: in close, __aexit__, a done callback, a background task, the
    finally of an async generator
lint: []
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
    await asyncio.gather(till.open("alice"))
    await till.close()  # BUG: another context than that of open()


# endregion


asyncio.run(main())
