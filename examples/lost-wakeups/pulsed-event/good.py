r"""Who waits clears the event before it looks, so nothing is forgotten.

---
expect:
  stdout: |
    published: 2, loaded: 2
---
"""

import asyncio

published = loaded = 0


# region snippet
async def follow(changed: asyncio.Event, disk: asyncio.Event) -> None:
    global loaded
    while True:
        await changed.wait()
        changed.clear()  # FIX: cleared before the look
        version = published
        await disk.wait()  # reads the settings
        loaded = version


def publish(changed: asyncio.Event) -> None:
    global published
    published += 1
    changed.set()


# endregion


async def main() -> None:
    changed, disk = asyncio.Event(), asyncio.Event()
    follower = asyncio.create_task(follow(changed, disk))
    await asyncio.sleep(0)  # it waits
    publish(changed)
    await asyncio.sleep(0)  # it reads version 1
    publish(changed)
    disk.set()
    for _ in range(5):
        await asyncio.sleep(0)
    follower.cancel()
    print(f"published: {published}, loaded: {loaded}")


asyncio.run(main())
