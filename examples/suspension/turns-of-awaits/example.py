r"""Which awaits let other tasks run, counted in rounds of the loop.

---
expect:
  stdout: |
    a coroutine that never waits: 0
    a task that is done: 0
    a free lock: 0
    a semaphore with room: 0
    an event that is set: 0
    get from a queue with items: 0
    put into a queue with room: 0
    async for over ready items: 0
    a task group without tasks: 0
    sleep(0): 1
    a new task: 2
lint: [ruff:RUF029, flake8-async:ASYNC124]
---
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

rounds = 0


async def count_rounds() -> None:
    global rounds
    while True:
        rounds += 1
        await asyncio.sleep(0)


async def rounds_of(step: Callable[[], Awaitable[object]]) -> int:
    before = rounds
    await step()
    return rounds - before


# region snippet
async def cached() -> int:
    return 5


async def items() -> AsyncIterator[int]:
    for item in range(1000):
        yield item


async def read_items() -> None:
    async for _ in items():
        pass


async def empty_group() -> None:
    async with asyncio.TaskGroup():
        pass


async def steps() -> dict[str, Callable[[], Awaitable[object]]]:
    event, queue = asyncio.Event(), asyncio.Queue[str](2)
    event.set()
    queue.put_nowait("order-6")
    done = asyncio.create_task(cached())
    await done
    return {
        "a coroutine that never waits": cached,
        "a task that is done": lambda: done,
        "a free lock": asyncio.Lock().acquire,
        "a semaphore with room": asyncio.Semaphore(1).acquire,
        "an event that is set": event.wait,
        "get from a queue with items": queue.get,
        "put into a queue with room": lambda: queue.put("order-7"),
        "async for over ready items": read_items,
        "a task group without tasks": empty_group,
        "sleep(0)": lambda: asyncio.sleep(0),
        "a new task": lambda: asyncio.create_task(cached()),
    }


# endregion


async def main() -> None:
    for name, step in (await steps()).items():
        counter = asyncio.create_task(count_rounds())
        await asyncio.sleep(0)
        print(f"{name}: {await rounds_of(step)}")
        counter.cancel()


asyncio.run(main())
