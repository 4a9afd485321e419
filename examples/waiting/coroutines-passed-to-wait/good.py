r"""Tasks made before the call can be waited for, and told apart afterwards.

---
expect:
  stdout: |
    prices warm
    stock warm
---
"""

import asyncio


async def warm_up(cache: str) -> str:
    return f"{cache} warm"


# region snippet
async def main() -> None:
    caches = ["prices", "stock"]
    tasks = [asyncio.create_task(warm_up(each)) for each in caches]  # FIX: tasks
    done, _ = await asyncio.wait(tasks)
    print(*sorted(task.result() for task in done), sep="\n")


# endregion


asyncio.run(main())
