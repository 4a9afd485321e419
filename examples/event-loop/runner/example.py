r"""asyncio.Runner runs several coroutines on one loop, from plain code.

---
expect:
  - python: "<3.12"
    stdout: |
      mug: till of ada, same loop: True
      lamp: till of ada, same loop: True
      log flushed
      asyncio.run takes loop_factory: False
  - python: ">=3.12"
    stdout: |
      mug: till of ada, same loop: True
      lamp: till of ada, same loop: True
      log flushed
      asyncio.run takes loop_factory: True
---
"""

import asyncio
import inspect
from contextvars import ContextVar

cashier = ContextVar[str]("cashier")
tasks: list[asyncio.Task[None]] = []


async def flush_log() -> None:
    try:
        await asyncio.Event().wait()  # until the next full minute
    finally:
        print("log flushed")


async def open_till(name: str) -> None:
    cashier.set(name)
    tasks.append(asyncio.create_task(flush_log()))
    await asyncio.sleep(0)  # the flusher begins


async def sell(item: str) -> str:
    await asyncio.sleep(0)  # the stock service answers
    same = asyncio.get_running_loop() is tasks[0].get_loop()
    return f"{item}: till of {cashier.get()}, same loop: {same}"


# region snippet
with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
    runner.run(open_till("ada"))  # sets a context variable, starts a task
    print(runner.run(sell("mug")))
    print(runner.run(sell("lamp")))
parameters = inspect.signature(asyncio.run).parameters
print(f"asyncio.run takes loop_factory: {'loop_factory' in parameters}")
# endregion
