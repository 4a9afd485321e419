r"""A commit runs to its end though its caller is cancelled, and then the caller ends.

---
expect:
  stdout: |
    order 7: cancelled, still committing
    order 7: committed
    caller cancelled: True
---
"""

import asyncio


async def commit(order: str, written: asyncio.Event) -> None:
    await written.wait()
    print(f"{order}: committed")


# region snippet
async def save(order: str, written: asyncio.Event) -> None:
    commitment = asyncio.create_task(commit(order, written))
    try:
        await asyncio.shield(commitment)
    except asyncio.CancelledError:
        print(f"{order}: cancelled, still committing")
        await asyncio.wait([commitment])
        raise


# endregion


async def main() -> None:
    written = asyncio.Event()
    caller = asyncio.create_task(save("order 7", written))
    await asyncio.sleep(0)  # the caller waits for its commit
    caller.cancel()
    await asyncio.sleep(0)  # the cancellation reaches the caller
    written.set()
    await asyncio.wait([caller])
    print("caller cancelled:", caller.cancelled())


asyncio.run(main())
