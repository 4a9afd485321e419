r"""A plain callback slot calls the async function and drops its coroutine.

---
failure: warning
expect:
  stdout: |
    mailed: []
  stderr: ["RuntimeWarning: coroutine 'mail_receipt' was never awaited"]
grep: {none: "an async function given to add_done_callback, call_soon, call_later, Timer, a signal or atexit"}
symptom: [lost-work]
lint: []
marks:
  - pattern: '\badd_done_callback\('
    ask: "does it ask cancelled() before exception()? is it removed from what outlives it?"
---
"""

import asyncio

mailed: list[str] = []


async def charge(order: str) -> str:
    await asyncio.sleep(0)  # the bank answers
    return f"receipt for {order}"


# region snippet
async def mail_receipt(charging: asyncio.Task[str]) -> None:
    mailed.append(charging.result())


async def check_out(order: str) -> None:
    charging = asyncio.create_task(charge(order))
    charging.add_done_callback(mail_receipt)  # BUG: called, not awaited
    await asyncio.wait([charging])


# endregion


async def main() -> None:
    await check_out("order 7")
    await asyncio.sleep(0)  # the callbacks have been called
    print("mailed:", mailed)


asyncio.run(main())
