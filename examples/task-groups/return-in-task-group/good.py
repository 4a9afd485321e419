r"""The children that are no longer wanted are cancelled, and the return comes after the block.

---
expect:
  stdout: |
    rates from lyon
---
"""

import asyncio

TURNS = {"lyon": 1, "oslo": 20}  # to an answer


async def fetch(mirror: str) -> str:
    for _ in range(TURNS[mirror]):
        await asyncio.sleep(0)
    if mirror == "oslo":
        raise ConnectionError("oslo down")
    return f"rates from {mirror}"


# region snippet
async def fetch_rates(mirrors: list[str]) -> str:
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(fetch(mirror)) for mirror in mirrors]
        rates = await next(asyncio.as_completed(tasks))
        for task in tasks:
            task.cancel()  # FIX: nothing is left to wait for
    return rates


# endregion


print(asyncio.run(fetch_rates(["lyon", "oslo"])))
