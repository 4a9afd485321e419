r"""Limits of nested fan-outs multiply.

---
failure: silent
symptom: [over-limit, slow-under-load]
expect:
  metrics:
    most_at_once: "== 12"
grep: {none: "gather or a task group in a function that is itself called from one: multiply the two widths"}
lint: []
---
"""

import asyncio
from collections.abc import Coroutine

running = most_at_once = 0


async def fetch(item: str) -> None:
    global running, most_at_once
    running += 1
    most_at_once = max(most_at_once, running)
    for _ in range(20):  # turns until the answer is there
        await asyncio.sleep(0)
    running -= 1


async def at_most(limit: int, work: list[Coroutine[None, None, None]]) -> None:
    slots = asyncio.Semaphore(limit)

    async def one(each: Coroutine[None, None, None]) -> None:
        async with slots:
            await each

    await asyncio.gather(*map(one, work))


# region snippet
async def load_order(order: list[str]) -> None:
    await at_most(4, [fetch(item) for item in order])  # BUG: 4 for each order


async def load_orders(orders: list[list[str]]) -> None:
    await at_most(3, [load_order(order) for order in orders])


# endregion


async def main() -> None:
    await load_orders([[f"item {n}" for n in range(10)] for _ in range(10)])
    print(f"metric most_at_once={most_at_once}")


asyncio.run(main())
