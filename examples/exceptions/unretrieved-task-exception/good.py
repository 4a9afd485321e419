r"""A done callback reads the exception of a task as soon as it has failed.

---
expect:
  stdout: |
    A-17 accepted
    A-18 accepted
    courier failed: ConnectionError('no route for A-17')
    shop closes, undelivered: 1
---
"""

import asyncio
import gc
from typing import Any

couriers: set[asyncio.Task[None]] = set()


# region snippet
async def deliver(orders: asyncio.Queue[str]) -> None:
    raise ConnectionError(f"no route for {await orders.get()}")


def report(courier: asyncio.Task[None]) -> None:
    if not courier.cancelled() and courier.exception():
        print(f"courier failed: {courier.exception()!r}")


async def keep_shop(orders: asyncio.Queue[str]) -> None:
    courier = asyncio.create_task(deliver(orders))
    courier.add_done_callback(report)  # FIX: reads the exception when it happens
    couriers.add(courier)
    for order in ("A-17", "A-18"):
        await orders.put(order)
        print(f"{order} accepted")
        await asyncio.sleep(0)  # the courier's turn
    await asyncio.sleep(0)
    print(f"shop closes, undelivered: {orders.qsize()}")


# endregion


def show_log(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    print(f"log: {context['message']}")


async def main() -> None:
    asyncio.get_running_loop().set_exception_handler(show_log)
    await keep_shop(asyncio.Queue())
    couriers.clear()
    gc.collect()


asyncio.run(main())
