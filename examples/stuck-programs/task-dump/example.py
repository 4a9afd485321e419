r"""A signal makes a running program print its tasks, their names and where they wait.

---
expect:
  stdout:
    - "ship order-7"
    - "await courier.wait()"
    - "watch stock"
    - "await asyncio.sleep(60)"
requires: {platform: posix}
---
"""

import asyncio
import os
import signal
import sys


async def ship(order: str, courier: asyncio.Event) -> None:
    await courier.wait()


async def watch_stock() -> None:
    await asyncio.sleep(60)


# region snippet
def dump_tasks() -> None:
    for task in asyncio.all_tasks():
        print(f"{task.get_name()}, cancelling: {task.cancelling()}")
        task.print_stack(file=sys.stdout)


async def main() -> None:
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, dump_tasks)
    courier = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(ship("order-7", courier), name="ship order-7")
        watch = group.create_task(watch_stock(), name="watch stock")
        await asyncio.sleep(0)
        os.kill(os.getpid(), signal.SIGUSR1)  # by hand: kill -USR1 PID
        await asyncio.sleep(0.05)
        courier.set()
        watch.cancel()


# endregion


asyncio.run(main())
