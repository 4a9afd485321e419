r"""A limit for silence moves with every message, within a limit for the whole.

---
expect:
  stdout: |
    A-1
    A-2
    A-3
    silent for too long: True
---
"""

import asyncio
from collections.abc import AsyncIterator


async def messages() -> AsyncIterator[str]:
    for number in (1, 2, 3):
        await asyncio.sleep(0)  # the network's turn
        yield f"A-{number}"
    await asyncio.Event().wait()  # the other side has gone


# region snippet
async def follow(silence: float, total: float) -> None:
    loop = asyncio.get_running_loop()
    idle = asyncio.timeout(silence)
    try:
        async with asyncio.timeout(total), idle:
            async for message in messages():
                idle.reschedule(loop.time() + silence)
                print(message)
    except TimeoutError:
        print(f"silent for too long: {idle.expired()}")


# endregion


asyncio.run(follow(silence=0.25, total=60))
