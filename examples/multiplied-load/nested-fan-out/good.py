r"""One semaphore around the innermost call bounds the whole tree of calls.

---
expect:
  metrics:
    most_at_once: "== 4"
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
connections = asyncio.Semaphore(4)  # FIX: what is scarce has one limit


async def fetch_item(item: str) -> None:
    async with connections:
        await fetch(item)


async def load_order(order: list[str]) -> None:
    await at_most(4, [fetch_item(item) for item in order])


async def load_orders(orders: list[list[str]]) -> None:
    await at_most(3, [load_order(order) for order in orders])


# endregion


async def main() -> None:
    await load_orders([[f"item {n}" for n in range(10)] for _ in range(10)])
    print(f"metric most_at_once={most_at_once}")


asyncio.run(main())
