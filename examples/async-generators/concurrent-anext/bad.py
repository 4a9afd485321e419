r"""Two tasks that read one async generator collide in it.

---
failure: exception
expect:
  exit: 1
  stderr: ["RuntimeError: anext(): asynchronous generator is already running"]
grep:
  - none: "one async generator handed to several tasks, each of which calls anext or async for on it"
  - pattern: '\b(gather|create_task|ensure_future)\([^\n]*(\banext\(|__anext__\(\))'
    hits: ["    first, second = await asyncio.gather(anext(pages), anext(pages))"]
innocent: "each task reads a generator of its own"
lint: []
---
"""

import asyncio
from collections.abc import AsyncGenerator

packed: list[str] = []
reading = asyncio.Lock()


async def read_orders() -> AsyncGenerator[str]:
    for number in (1, 2, 3):
        await asyncio.sleep(0)  # the shop answers
        yield f"order {number}"


# region snippet
async def take(orders: AsyncGenerator[str]) -> str | None:
    return await anext(orders, None)  # BUG: the other worker may be waiting in it


async def pack(orders: AsyncGenerator[str]) -> None:
    while order := await take(orders):
        packed.append(order)


async def main() -> None:
    orders = read_orders()
    await asyncio.gather(pack(orders), pack(orders))
    print("packed:", packed)


# endregion


asyncio.run(main())
