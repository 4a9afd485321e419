r"""A try that follows the acquisition at once releases whatever happens.

---
expect:
  stdout: |
    order cancelled: True
    free printers: 1
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
    try:
        address = await fetch_address(order)  # FIX: inside the try
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
