r"""Calling a coroutine function without await runs nothing.

---
failure: warning
expect:
  stdout: |
    order-7 paid
  stderr:
    - "RuntimeWarning: coroutine 'send_receipt' was never awaited"
grep:
  - none: "a call of an async function that stands alone; pytest -W error finds it, and so does pyright"
  - pattern: '^\s*(asyncio\.(sleep|wait|wait_for|to_thread)|[\w.]*(writer|stream)\w*\.(drain|wait_closed)|[\w.]+\.aclose)\('
    hits: ['asyncio.sleep(1)', 'writer.drain()', 'self.client.aclose()']
innocent: "a plain def, or a threading lock"
symptom: [lost-work]
lint: [mypy:unused-coroutine, pyright:reportUnusedCoroutine]
---
"""

import asyncio


async def send_receipt(order: str) -> None:
    await asyncio.sleep(0)  # the mail server answers
    print(f"receipt for {order} sent")


# region snippet
async def check_out(order: str) -> None:
    send_receipt(order)  # BUG: makes a coroutine and drops it
    print(f"{order} paid")


# endregion


asyncio.run(check_out("order-7"))
