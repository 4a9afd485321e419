r"""gather(return_exceptions=True) hands over nothing until its last worker has ended.

---
failure: silent
symptom: [lost-error, lost-work]
expect:
  stdout: |
    serving: True, orders waiting: 2
grep:
  pattern: '\bgather\((\s|#[^\n]*\n)*(\*[\w.]*(worker|consumer|poller|loop|service|runner)\w*|([\w.]*(run|serve|consume|poll|listen|watch|deliver|worker|loop|forever)\w*\([^()\n]*\),\s*)+),?\s*return_exceptions\s*=\s*True'
  multiline: true
  hits:
    - "    await asyncio.gather(*self.workers, return_exceptions=True)"
    - "    await asyncio.gather(poll_feed(), serve_http(app), return_exceptions=True)"
innocent: "the workers have been cancelled, or end by themselves, and their results are read"
lint: []
---
"""

import asyncio


async def deliver(orders: asyncio.Queue[str]) -> None:
    while order := await orders.get():
        raise ConnectionError(f"no route for {order}")


async def poll_stock() -> None:
    while True:
        await asyncio.sleep(0.001)


# region snippet
async def serve(orders: asyncio.Queue[str]) -> None:
    results = await asyncio.gather(  # BUG: waits for workers that never end
        deliver(orders),
        poll_stock(),
        return_exceptions=True,
    )
    print("ended:", results)


# endregion


async def main() -> None:
    orders: asyncio.Queue[str] = asyncio.Queue()
    for order in ("A-17", "A-18", "A-19"):
        orders.put_nowait(order)
    service = asyncio.create_task(serve(orders))
    for _ in range(50):  # turns of the event loop
        await asyncio.sleep(0)
    print(f"serving: {not service.done()}, orders waiting: {orders.qsize()}")
    service.cancel()
    await asyncio.wait([service])


asyncio.run(main())
