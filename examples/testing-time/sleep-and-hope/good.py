r"""A test that waits for the event itself is as quick as it can be, and never too quick.

---
expect:
  stdout: |
    1 passed
---
"""

import asyncio


busy = asyncio.Event()  # set when the machine has time again
stored: list[str] = []


# region snippet
async def store_all(orders: asyncio.Queue[str]) -> None:
    while True:
        order = await orders.get()
        await busy.wait()  # another program has the processor
        stored.append(order)
        orders.task_done()


async def test_an_order_is_stored() -> None:
    orders: asyncio.Queue[str] = asyncio.Queue()
    worker = asyncio.create_task(store_all(orders))
    orders.put_nowait("order 7")
    await asyncio.wait_for(orders.join(), 5)  # FIX: waits for the event itself
    assert stored == ["order 7"], f"stored: {stored}"
    worker.cancel()


# endregion


async def under_load() -> None:
    asyncio.get_running_loop().call_later(0.1, busy.set)
    await test_an_order_is_stored()


try:
    asyncio.run(under_load())
except AssertionError as error:
    print("1 failed:", error)
else:
    print("1 passed")
