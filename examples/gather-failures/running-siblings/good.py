r"""A task group cancels its other tasks before it raises.

---
expect:
  stdout: |
    order refused
---
"""

import asyncio


# region snippet
async def reserve(item: str) -> None:
    raise LookupError(f"{item} is sold out")


async def charge(card: str, bank: asyncio.Event) -> None:
    await bank.wait()  # until the bank answers
    print("charged", card)


async def place_order(bank: asyncio.Event) -> None:
    try:
        async with asyncio.TaskGroup() as group:  # FIX: a failure cancels the other
            group.create_task(reserve("lamp"))
            group.create_task(charge("card 7", bank))
    except* LookupError:
        print("order refused")


# endregion


async def main() -> None:
    bank = asyncio.Event()
    await place_order(bank)
    bank.set()
    await asyncio.sleep(0)  # whoever waits for the bank goes on


asyncio.run(main())
