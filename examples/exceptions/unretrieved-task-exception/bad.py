r"""A failed task says nothing for as long as something refers to it.

---
failure: silent
symptom: [lost-error, lost-work]
expect:
  stdout: |
    A-17 accepted
    A-18 accepted
    shop closes, undelivered: 1
    log: Task exception was never retrieved
grep:
  - '\b(append|add)\(\s*([\w.]+\.)?(create_task|ensure_future)\('
  - pattern: '\bself\.\w+\s*(:[^=]+)?=\s*([\w.]+(\(\))?\.)?(create_task|ensure_future)\('
    hits: ['self._courier = asyncio.create_task(self._deliver())']
innocent: "somebody awaits the task, or a done callback reads its exception"
lint: []
---
"""

import asyncio
import gc
from typing import Any

couriers: set[asyncio.Task[None]] = set()


# region snippet
async def deliver(orders: asyncio.Queue[str]) -> None:
    raise ConnectionError(f"no route for {await orders.get()}")


async def keep_shop(orders: asyncio.Queue[str]) -> None:
    couriers.add(asyncio.create_task(deliver(orders)))  # BUG: nobody asks how it ended
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
