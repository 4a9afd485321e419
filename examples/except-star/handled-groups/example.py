r"""except* handles the failures of a task group by type and raises the rest.

---
expect:
  stdout: |
    try again: stock offline
    give up: card refused
    not handled: [KeyError('ada')]
---
"""

import asyncio


async def reserve(customer: str) -> None:
    await asyncio.sleep(0)  # the stock service's turn
    raise ConnectionError("stock offline")


async def charge(customer: str) -> None:
    await asyncio.sleep(0)  # the bank's turn
    raise ValueError("card refused")


async def greet(customer: str) -> None:
    await asyncio.sleep(0)  # the database's turn
    raise KeyError(customer)


# region snippet
async def place_order(customer: str) -> None:
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(reserve(customer))
            group.create_task(charge(customer))
            group.create_task(greet(customer))
    except* ConnectionError as offline:
        print("try again:", *offline.exceptions)
    except* ValueError as refused:
        print("give up:", *refused.exceptions)


# endregion


async def main() -> None:
    try:
        await place_order("ada")
    except ExceptionGroup as rest:
        print(f"not handled: {list(rest.exceptions)}")


asyncio.run(main())
