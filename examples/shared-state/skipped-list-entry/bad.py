r"""A list that another task shortens during an await skips an entry, silently.

---
failure: silent
symptom: [lost-work]
expect:
  stdout: |
    sent to Ada
    sent to Cy
grep: {none: "a loop over a shared list (attribute, global, argument) with an await in its body"}
lint: []
---
"""

import asyncio

subscribers = ["Ada", "Bo", "Cy"]


async def send(subscriber: str) -> None:
    await asyncio.sleep(0)  # the network
    print("sent to", subscriber)


# region snippet
async def notify() -> None:
    for subscriber in subscribers:  # BUG: the list shrinks during the await
        await send(subscriber)


async def leave(subscriber: str) -> None:
    subscribers.remove(subscriber)


async def main() -> None:
    await asyncio.gather(notify(), leave("Ada"))


# endregion


asyncio.run(main())
