r"""One await in a plain function keeps the whole file from compiling.

---
failure: exception
expect:
  exit: 1
  stderr: ["SyntaxError: 'await' outside async function"]
grep: {none: "await in a plain def or a lambda; Python refuses it: python -m compileall finds all"}
lint: [mypy:await-not-async, pyright:syntax, pylint:await-outside-async]
corrects:
  - said: "await at module level, as code that runs"
    instead: "await it in a coroutine, and start that with asyncio.run"
---
"""

import asyncio

print("report begins")


async def count_orders(day: str) -> int:
    await asyncio.sleep(0)  # the database answers
    return 12


# region snippet
def report(day: str) -> str:
    orders = await count_orders(day)  # BUG: report() is no coroutine function
    return f"{day}: {orders} orders"


# endregion


print(report("Monday"))
