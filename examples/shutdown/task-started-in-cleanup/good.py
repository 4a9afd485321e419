r"""A clean-up that awaits is waited for by asyncio.run.

---
expect:
  stdout: |
    main returns
    worker 3 deregistered
---
"""

import asyncio

tasks: set[asyncio.Task[None]] = set()


# region snippet
async def deregister(worker: str) -> None:
    await asyncio.sleep(0.2)  # tells the register
    print(worker, "deregistered")


async def work(worker: str) -> None:
    try:
        await asyncio.Event().wait()
    finally:
        await deregister(worker)  # FIX: part of the task that ends


async def main() -> None:
    tasks.add(asyncio.create_task(work("worker 3")))
    await asyncio.sleep(0)
    print("main returns")


# endregion


asyncio.run(main())
