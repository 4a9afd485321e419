r"""TaskGroup.cancel ends a group early, without an exception.

---
expect:
  - python: "<3.15"
    stdout: |
      rest of the body
      group ended, cancelled: [True, True]
  - python: ">=3.15"
    stdout: |
      group ended, cancelled: [True, True]
---
"""

import asyncio
import sys


async def follow(replica: str) -> None:
    await asyncio.Event().wait()  # until it falls behind
    print(f"{replica} fell behind")


# region snippet
async def main() -> None:
    async with asyncio.TaskGroup() as group:
        followers = [group.create_task(follow(name)) for name in ("east", "west")]
        if sys.version_info >= (3, 15):
            group.cancel()
        else:
            for each in followers:
                each.cancel()
        await asyncio.sleep(0)
        print("rest of the body")
    print("group ended, cancelled:", [each.cancelled() for each in followers])


# endregion


asyncio.run(main())
