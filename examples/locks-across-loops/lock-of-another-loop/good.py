r"""A lock made inside the coroutine that starts the tasks is of their loop.

---
expect:
  stdout: |
    import 1 done
    import 2 done
---
"""

import asyncio


# region snippet
async def update(item: str, catalogue: asyncio.Lock) -> None:
    async with catalogue:
        await asyncio.sleep(0)  # the database's answer


async def import_items() -> None:
    catalogue = asyncio.Lock()  # FIX: made in the loop that uses it
    await asyncio.gather(update("lamp", catalogue), update("chair", catalogue))


# endregion


for run in (1, 2):
    asyncio.run(import_items())
    print("import", run, "done")
