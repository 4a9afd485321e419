r"""A get that has ended holds an item; who drops the get loses the item.

---
failure: silent
symptom: [lost-work]
expect:
  stdout: |
    shipped: []
    still in the queue: 0
grep:
  pattern: '\.(get|receive|read\w*)\(\)\)[^\n]*\n([^\n]*\n){0,4}?[^\n]*\bwait\([^\n]*FIRST_COMPLETED[^\n]*\n[ \t]+if [^\n]*(stop|shut|clos|cancel|quit|exit)'
  multiline: true
innocent: "its result is used on every path after the wait, or goes back"
lint: []
---
"""

import asyncio

shipped: list[str] = []


# region snippet
async def work(orders: asyncio.Queue[str], stop: asyncio.Event) -> None:
    stopping = asyncio.create_task(stop.wait())
    while True:
        order = asyncio.create_task(orders.get())  # BUG: dropped on stop
        await asyncio.wait([order, stopping], return_when="FIRST_COMPLETED")
        if stopping.done():
            order.cancel()
            return
        shipped.append(order.result())


# endregion


async def main() -> None:
    orders, stop = asyncio.Queue[str](), asyncio.Event()
    worker = asyncio.create_task(work(orders, stop))
    await asyncio.sleep(0)  # the worker waits
    orders.put_nowait("lamp")
    stop.set()
    await worker
    print("shipped:", shipped)
    print("still in the queue:", orders.qsize())


asyncio.run(main())
