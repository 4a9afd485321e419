r"""asyncio.run in a helper fails once a coroutine calls the helper.

---
failure: exception
expect:
  exit: 1
  stderr:
    - "RuntimeError: asyncio.run() cannot be called from a running event loop"
    - "RuntimeWarning: coroutine 'fetch_discount' was never awaited"
grep:
  pattern: '^[ \t]+(return|[\w., ]+ =)[^#\n]*\basyncio\.run\('
  hits: ["    user = asyncio.run(load_user(user_id))", "        return await_result or asyncio.run(fetch())"]
innocent: "only plain code calls this function: a command line, a thread, a synchronous test"
lint: []
---
"""

import asyncio


async def fetch_discount(customer: str) -> int:
    await asyncio.sleep(0)  # the pricing service answers
    return 20


# region snippet
def discount(customer: str) -> int:
    return asyncio.run(fetch_discount(customer))  # BUG: a loop runs in this thread


async def check_out(customer: str, price: int) -> int:
    return price - discount(customer)


# endregion


print(asyncio.run(check_out("ada", 100)))
