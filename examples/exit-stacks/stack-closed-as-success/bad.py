r"""aclose() tells every exit of a stack that the block succeeded.

---
failure: silent
expect:
  stdout: |
    refused: card declined
    committed: ['order 7']
grep:
  pattern: 'def __aexit__\([^\n]*\n([ \t]+[^\n]*\n|\n){0,6}?[ \t]+await self\.\w*stack\w*\.aclose\('
  multiline: true
innocent: "no exit in the stack looks at the error, as one of a transaction or a lock file does"
symptom: [wrong-data]
lint: []
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

    async def __aexit__(self, *exc_info: Any) -> None:
        await self.stack.aclose()  # BUG: says that there was no error


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
