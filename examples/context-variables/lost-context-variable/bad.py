r"""run_in_executor does not take context variables along.

---
failure: silent
expect:
  stdout: |
    audit: order 7 deleted by nobody
grep: '\.run_in_executor\('
symptom: [wrong-data]
innocent: "nothing in the function, nor in what it calls, reads a context variable"
lint: []
---
"""

import asyncio
import contextvars

user: contextvars.ContextVar[str] = contextvars.ContextVar("user", default="nobody")


# region snippet
def write_audit(entry: str) -> None:
    print(f"audit: {entry} by {user.get()}")


async def delete(order: str) -> None:
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, write_audit, f"{order} deleted")  # BUG: no context


async def main() -> None:
    user.set("alice")
    await delete("order 7")


# endregion


asyncio.run(main())
