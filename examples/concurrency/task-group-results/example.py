r"""A task group waits for all its tasks; their results are read after the block.

---
expect:
  stdout: |
    {'orders': 3, 'returns': 1}
    orders stopped
    no counts: [ConnectionError('parcels: no route')]
---
"""

import asyncio

ROWS = {"orders": 3, "returns": 1}


async def count(table: str, replica: asyncio.Event) -> int:
    if table == "parcels":
        raise ConnectionError("parcels: no route")
    try:
        await replica.wait()
    except asyncio.CancelledError:
        print(table, "stopped")
        raise
    return ROWS[table]


# region snippet
async def main() -> None:
    up, down = asyncio.Event(), asyncio.Event()
    up.set()
    async with asyncio.TaskGroup() as group:
        tasks = {table: group.create_task(count(table, up)) for table in ROWS}
    print({table: task.result() for table, task in tasks.items()})

    try:
        async with asyncio.TaskGroup() as group:
            orders = group.create_task(count("orders", down))
            parcels = group.create_task(count("parcels", down))
        print(orders.result() + parcels.result())
    except* ConnectionError as failure:
        print("no counts:", list(failure.exceptions))


# endregion


asyncio.run(main())
