r"""An awaited coroutine runs to its end before the next line.

---
expect:
  stdout: |
    receipt for order-7 sent
    order-7 paid
---
"""

import asyncio


async def send_receipt(order: str) -> None:
    await asyncio.sleep(0)  # the mail server answers
    print(f"receipt for {order} sent")


# region snippet
async def check_out(order: str) -> None:
    await send_receipt(order)  # FIX: runs it here
    print(f"{order} paid")


# endregion


asyncio.run(check_out("order-7"))
