r"""A test that sleeps for a while fails when the machine needs longer.

---
failure: silent
expect:
  stdout: |
    1 failed: stored: []
symptom: [fails-in-suite]
grep:
  pattern: '^[ \t]*await (asyncio|anyio|trio)\.sleep\([^)\n]*[1-9][^)\n]*\)[^\n]*\n\s*(assert\b|self\.assert)'
  multiline: true
  hits: ["    await asyncio.sleep(1)\n    self.assertEqual(calls, 1)\n"]
innocent: "the sleep is of a clock that the test moves, or shows that nothing happens"
lint: []
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
    await asyncio.sleep(0.05)  # BUG: hopes that this is long enough
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
