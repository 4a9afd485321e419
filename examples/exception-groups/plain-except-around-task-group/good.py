r"""except* catches the members of the group that a task group raises.

---
expect:
  stdout: |
    serving from cache
---
"""

import asyncio


async def fetch(replica: str) -> str:
    raise ConnectionError(f"{replica} down")


# region snippet
async def main() -> None:
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fetch("replica"))
    except* ConnectionError:  # FIX: except* matches members of the group
        print("serving from cache")


# endregion


asyncio.run(main())
