r"""asyncio.run runs one main coroutine and then cleans up, in a fixed order.

---
expect:
  stdout: |
    event-1
    main returns
    task: metrics shipped
    generator: unsubscribed
    thread: report written
    5 orders, loop closed: True
---
"""

import asyncio
import threading
from collections.abc import AsyncGenerator

unsubscribed = threading.Event()
loops: list[asyncio.AbstractEventLoop] = []
kept: list[asyncio.Future[None]] = []


async def ship_metrics() -> None:
    try:
        await asyncio.Event().wait()  # until the next full minute
    finally:
        await asyncio.sleep(0)  # the collector answers
        print("task: metrics shipped")


async def subscribe() -> AsyncGenerator[str]:
    try:
        yield "event-1"
        yield "event-2"
    finally:
        await asyncio.sleep(0)  # the broker answers
        print("generator: unsubscribed")
        unsubscribed.set()


def write_report() -> None:
    unsubscribed.wait()
    print("thread: report written")


events = subscribe()


# region snippet
async def main() -> str:
    loop = asyncio.get_running_loop()
    loops.append(loop)
    kept.append(asyncio.create_task(ship_metrics()))
    print(await anext(events))  # and is never read to its end
    kept.append(loop.run_in_executor(None, write_report))
    await asyncio.sleep(0)
    print("main returns")
    return "5 orders"


if __name__ == "__main__":
    result = asyncio.run(main())
    print(f"{result}, loop closed: {loops[0].is_closed()}")
# endregion
