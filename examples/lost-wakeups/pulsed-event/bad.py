r"""An event that is set and cleared at once is missed by a task that is busy.

---
failure: silent
symptom: [lost-work]
expect:
  stdout: |
    published: 2, loaded: 1
grep:
  pattern: '\.set\(\)[ \t]*(#[^\n]*)?\n[ \t]*[\w.]+\.clear\(\)'
  multiline: true
innocent: "two different events, or who is busy at that moment need not know"
lint: []
marks:
  - pattern: '\.clear\(\)'
    ask: "what came since it was last looked at?"
---
"""

import asyncio

published = loaded = 0


# region snippet
async def follow(changed: asyncio.Event, disk: asyncio.Event) -> None:
    global loaded
    while True:
        await changed.wait()
        version = published
        await disk.wait()  # reads the settings
        loaded = version


def publish(changed: asyncio.Event) -> None:
    global published
    published += 1
    changed.set()
    changed.clear()  # BUG: forgotten by who is busy now


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
