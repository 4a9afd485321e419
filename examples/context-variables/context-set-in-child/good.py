r"""The value comes back as a result, and the task that needs it sets it.

---
expect:
  stdout: |
    order 7 deleted by alice
---
"""

import asyncio
import contextvars

user: contextvars.ContextVar[str] = contextvars.ContextVar("user", default="nobody")


async def check_token(token: str) -> str:
    await asyncio.sleep(0)  # asks the identity service
    return {"t-1": "alice"}[token]


# region snippet
async def log_in(token: str) -> str:
    return await check_token(token)


async def delete(order: str, token: str) -> None:
    async with asyncio.TaskGroup() as group:
        login = group.create_task(log_in(token))
    user.set(login.result())  # FIX: set in the task that reads it
    print(f"{order} deleted by {user.get()}")


# endregion


asyncio.run(delete("order 7", "t-1"))
