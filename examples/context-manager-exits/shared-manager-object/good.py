r"""A new manager object for each block closes what it has opened.

---
expect:
  stdout: |
    still open: []
---
"""

import asyncio

opened: set[str] = set()
numbers = iter(range(1, 10))


async def connect() -> str:
    name = f"connection {next(numbers)}"
    opened.add(name)
    await asyncio.sleep(0)  # the database answers
    return name


async def hang_up(name: str) -> None:
    await asyncio.sleep(0)  # the database's turn
    opened.discard(name)


# region snippet
class Session:
    async def __aenter__(self) -> str:
        self.connection = await connect()
        return self.connection

    async def __aexit__(self, *exc_info: object) -> None:
        await hang_up(self.connection)


async def count(table: str) -> None:
    async with Session():  # FIX: an object for each block
        await asyncio.sleep(0)  # the database counts


# endregion


async def main() -> None:
    await asyncio.gather(count("orders"), count("invoices"))
    print("still open:", sorted(opened))


asyncio.run(main())
