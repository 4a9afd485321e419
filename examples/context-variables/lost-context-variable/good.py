r"""to_thread runs the function in a copy of the caller's context.

---
expect:
  stdout: |
    audit: order 7 deleted by alice
---
"""

import asyncio
import contextvars

user: contextvars.ContextVar[str] = contextvars.ContextVar("user", default="nobody")


# region snippet
def write_audit(entry: str) -> None:
    print(f"audit: {entry} by {user.get()}")


async def delete(order: str) -> None:
    await asyncio.to_thread(write_audit, f"{order} deleted")  # FIX: copies the context


async def main() -> None:
    user.set("alice")
    await delete("order 7")


# endregion


asyncio.run(main())
