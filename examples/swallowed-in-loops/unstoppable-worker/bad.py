r"""A worker loop with a bare except keeps asyncio.run from returning.

---
failure: hang
expect:
  exit: timeout
  within: 0.5
  stdout:
    - shipped A-17
    - main is done
    - order lost, next one
grep:
  - pattern: 'while True:[^\n]*\n(\s+[^\n]*\n){0,3}?\s+try:[^\n]*\n(\s+[^\n]*\n){1,12}?\s+except(\s*:|\b[^\n:]*\b(BaseException|CancelledError)\b)[^\n]*\n([ \t]+([^\srb]|r[^ae\s]|b[^r\s])[^\n]*\n)+?([ \t]*\n|\S|\z|[ \t]+(else|except|finally)\b)'
    multiline: true
innocent: "the handler leaves the loop: break, return or raise"
symptom: [hang-at-exit, not-stopped, ctrl-c-ignored]
lint: [ruff:E722, flake8-async:ASYNC103, pylint:bare-except]
---
"""

import asyncio


# region snippet
async def worker(orders: asyncio.Queue[str]) -> None:
    while True:
        try:
            print(f"shipped {await orders.get()}")
            orders.task_done()
        except:  # BUG: the loop outlives every cancel()
            print("order lost, next one")


# endregion


async def main() -> None:
    orders: asyncio.Queue[str] = asyncio.Queue()
    shipping = asyncio.create_task(worker(orders))
    await orders.put("A-17")
    await orders.join()
    shipping.cancel()
    print("main is done")


asyncio.run(main())
