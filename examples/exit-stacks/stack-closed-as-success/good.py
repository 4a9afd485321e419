r"""The stack's own __aexit__ passes the error on to every exit.

---
expect:
  stdout: |
    refused: card declined
    committed: []
---
"""

import asyncio
from contextlib import AsyncExitStack
from typing import Any, Self

committed: list[str] = []


class Transaction:
    def __init__(self) -> None:
        self.rows: list[str] = []

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type | None, *rest: object) -> None:
        await asyncio.sleep(0)  # the database answers
        if kind is None:
            committed.extend(self.rows)


# region snippet
class Unit:
    async def __aenter__(self) -> Transaction:
        self.stack = AsyncExitStack()
        return await self.stack.enter_async_context(Transaction())

    async def __aexit__(self, *exc_info: Any) -> bool | None:
        return await self.stack.__aexit__(*exc_info)  # FIX: hands the error on


async def place(order: str) -> None:
    async with Unit() as transaction:
        transaction.rows.append(order)
        raise PermissionError("card declined")


# endregion


async def main() -> None:
    try:
        await place("order 7")
    except PermissionError as error:
        print("refused:", error)
    print("committed:", committed)


asyncio.run(main())
