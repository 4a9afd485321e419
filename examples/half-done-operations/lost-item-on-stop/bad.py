r"""Cancelling a get() that has ended throws its item away.

---
failure: silent
expect:
  stdout: |
    closed
    orders left: 0
symptom: [lost-work]
grep:
  pattern: '(create_task|ensure_future)\([\w.]+\.get\(\)[^\n]*\n([ \t]+[^\n]*\n){0,12}?[ \t]+\w+\.cancel\(\)'
  multiline: true
innocent: "the item of a get() that has ended is handled before the cancel"
lint: []
marks:
  - pattern: '\b(if|elif|while|and|or|not|else)\b[^\n]*\.(done|cancelled)\(\)'
    ask: "done is also failed or cancelled: which is meant? if it holds a result, who takes it?"
---
"""

import asyncio


# region snippet
async def ship(orders: asyncio.Queue[str], closing: asyncio.Event) -> None:
    close = asyncio.create_task(closing.wait())
    while True:
        order = asyncio.create_task(orders.get())
        await asyncio.wait([order, close], return_when=asyncio.FIRST_COMPLETED)
        if close.done():
            order.cancel()  # BUG: when it has ended, its order is lost
            print("closed")
            return
        print(f"shipped {order.result()}")


# endregion


async def main() -> None:
    orders: asyncio.Queue[str] = asyncio.Queue()
    closing = asyncio.Event()
    shipping = asyncio.create_task(ship(orders, closing))
    await asyncio.sleep(0)
    await asyncio.sleep(0)  # it waits for either
    orders.put_nowait("A-17")
    closing.set()
    await shipping
    print(f"orders left: {orders.qsize()}")


asyncio.run(main())
