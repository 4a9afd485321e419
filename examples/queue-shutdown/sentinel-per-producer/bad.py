r"""One end mark from each producer suits only as many workers as producers.

---
failure: hang
symptom: [hang-at-exit]
expect:
  exit: timeout
  within: 0.5
  stdout: ["shop: order 2", "web: order 2"]
grep:
  pattern: '^[ \t]+(async )?for [^\n]*:[^\n]*\n([ \t]+[^\n]*\n){0,4}?[ \t]+await [\w.]+\.put\([^\n]*\n[ \t]+await [\w.]+\.put\((None|_?[A-Z_]{3,}|\w*(sentinel|stop|done|end)\w*)\)'
  multiline: true
innocent: "one producer and one worker"
lint: []
---
"""

import asyncio

WORKERS = 3


# region snippet
async def receive(channel: str, orders: asyncio.Queue[str | None]) -> None:
    for number in (1, 2):
        await orders.put(f"{channel}: order {number}")
    await orders.put(None)  # BUG: 2 marks for 3 workers


async def work(orders: asyncio.Queue[str | None]) -> None:
    while (order := await orders.get()) is not None:
        print(order)


async def main() -> None:
    orders: asyncio.Queue[str | None] = asyncio.Queue(5)
    async with asyncio.TaskGroup() as workers:
        for _ in range(WORKERS):
            workers.create_task(work(orders))
        async with asyncio.TaskGroup() as producers:
            for channel in ("shop", "web"):
                producers.create_task(receive(channel, orders))


# endregion


asyncio.run(main())
