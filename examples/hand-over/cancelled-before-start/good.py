r"""A task that opens what it closes leaves nothing behind when it never begins.

---
expect:
  stdout: |
    refused: bob
    open: []
---
"""

import asyncio

still_open: list[str] = []


class Connection:
    def __init__(self, customer: str) -> None:
        self.customer = customer
        still_open.append(customer)

    def close(self) -> None:
        still_open.remove(self.customer)


def admit(customer: str) -> None:
    if customer == "bob":
        raise PermissionError(customer)


# region snippet
async def serve(customer: str) -> None:
    connection = Connection(customer)  # FIX: who closes it opens it
    try:
        await asyncio.sleep(3600)  # until the customer leaves
    finally:
        connection.close()


async def accept(customers: list[str]) -> None:
    async with asyncio.TaskGroup() as group:
        for customer in customers:
            group.create_task(serve(customer))
            admit(customer)


# endregion


async def main() -> None:
    try:
        await accept(["ada", "bob"])
    except* PermissionError as refused:
        print("refused:", *refused.exceptions)
    print("open:", still_open)


asyncio.run(main())
