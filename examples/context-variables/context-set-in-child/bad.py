r"""What a child task sets in a context variable stays in the child.

---
failure: silent
expect:
  stdout: |
    order 7 deleted by nobody
symptom: [wrong-data]
grep:
  none: "a .set(...) of a context variable in a coroutine that create_task, gather, a task group or to_thread runs"
lint: []
---
"""

import asyncio
import contextvars

user: contextvars.ContextVar[str] = contextvars.ContextVar("user", default="nobody")


async def check_token(token: str) -> str:
    await asyncio.sleep(0)  # asks the identity service
    return {"t-1": "alice"}[token]


# region snippet
async def log_in(token: str) -> None:
    user.set(await check_token(token))


async def delete(order: str, token: str) -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(log_in(token))  # BUG: sets it in a copy of the context
    print(f"{order} deleted by {user.get()}")


# endregion


asyncio.run(delete("order 7", "t-1"))
