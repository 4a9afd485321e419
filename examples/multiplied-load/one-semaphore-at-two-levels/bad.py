r"""Callers that hold a slot and wait for another of the same semaphore wait for ever.

---
failure: hang
symptom: [hang, slow-under-load]
expect:
  exit: timeout
  within: 0.5
  stdout: ["loading order 1", "loading order 2"]
grep: {none: "a semaphore held while the code under it, often a function further down, takes the same one"}
lint: []
---
"""

import asyncio

slots = asyncio.Semaphore(2)


# region snippet
async def fetch(item: str) -> str:
    async with slots:
        await asyncio.sleep(0)  # the database's turn
        return item


async def load_order(number: int) -> None:
    async with slots:  # BUG: held while fetch waits for one
        print("loading order", number)
        items = await asyncio.gather(fetch("lamp"), fetch("chair"))
    print(f"order {number}: {', '.join(items)}")


# endregion


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        for number in (1, 2):
            group.create_task(load_order(number))


asyncio.run(main())
