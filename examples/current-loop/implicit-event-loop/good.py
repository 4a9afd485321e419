r"""asyncio.run makes the loop and cleans up after it.

---
expect:
  stdout: |
    subscribed
    event-1
    unsubscribed
    done
---
"""

import asyncio
from collections.abc import AsyncGenerator


async def subscribe() -> AsyncGenerator[str]:
    print("subscribed")
    try:
        yield "event-1"
        yield "event-2"
    finally:
        await asyncio.sleep(0)  # the broker answers
        print("unsubscribed")


events = subscribe()


# region snippet
async def main() -> None:
    print(await anext(events))


asyncio.run(main())  # FIX: makes a loop, cleans up, closes it
# endregion

print("done")
