r"""A copy of the list keeps the positions.

---
expect:
  stdout: |
    sent to Ada
    sent to Bo
    sent to Cy
---
"""

import asyncio

subscribers = ["Ada", "Bo", "Cy"]


async def send(subscriber: str) -> None:
    await asyncio.sleep(0)  # the network
    print("sent to", subscriber)


# region snippet
async def notify() -> None:
    for subscriber in subscribers.copy():  # FIX: a snapshot
        await send(subscriber)


async def leave(subscriber: str) -> None:
    subscribers.remove(subscriber)


async def main() -> None:
    await asyncio.gather(notify(), leave("Ada"))


# endregion


asyncio.run(main())
