r"""An await between acquiring and the try loses the resource on cancellation.

---
failure: leak
expect:
  stdout: |
    order cancelled: True
    free printers: 0
grep:
  - pattern: '^[ \t]+([\w., ]+ = )?await [\w.]*(\b|_|\.)(acquire|connect|checkout|borrow|open|lock|get)(_(connection|conn|session|client|lock|link|resource))?\([^\n]*\n([ \t]+[^\n]*\n)??[ \t]+[^\n]*\bawait\b[^\n]*\n([ \t]+[^\n]*\n)??[ \t]+try:'
    multiline: true
innocent: "a plain dict.get or the like; or nothing is held after the first await"
symptom: [leak, slow-under-load]
lint: []
marks:
  - pattern: '^[ \t]*([\w., ]+ = )?await [\w.]*(acquire|connect|open|send|wait_for|get)\w*\([^\n]*\n([ \t]+[^\n]*\n|\n){0,2}?[ \t]*try:'
    multiline: true
    ask: "what awaits between it and the try, and does the except run on cancellation too?"
---
"""

import asyncio

printers: asyncio.Queue[str] = asyncio.Queue()


async def fetch_address(order: str) -> str:
    await asyncio.Event().wait()  # the customer database does not answer
    return f"address of {order}"


# region snippet
async def print_label(order: str) -> None:
    printer = await printers.get()
    address = await fetch_address(order)  # BUG: cancelled here, the printer is lost
    try:
        print(f"{printer}: {address}")
    finally:
        printers.put_nowait(printer)


# endregion


async def main() -> None:
    printers.put_nowait("printer 1")
    order = asyncio.create_task(print_label("order 7"))
    await asyncio.sleep(0)  # the order has a printer and waits for the address
    order.cancel()
    await asyncio.wait([order])
    print("order cancelled:", order.cancelled())
    print("free printers:", printers.qsize())


asyncio.run(main())
