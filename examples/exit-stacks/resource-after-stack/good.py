r"""A stack of the caller's keeps open what a helper enters.

---
expect:
  stdout: |
    oslo has order 7
    kiel has order 7
---
"""

import asyncio
from contextlib import AsyncExitStack
from typing import Self


class Replica:
    closed = False

    def __init__(self, name: str) -> None:
        self.name = name

    async def __aenter__(self) -> Self:
        await asyncio.sleep(0)  # the replica answers
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        self.closed = True

    async def store(self, order: str) -> None:
        if self.closed:
            raise RuntimeError(f"{self.name} is closed")
        print(f"{self.name} has {order}")


# region snippet
async def open_all(stack: AsyncExitStack, names: list[str]) -> list[Replica]:
    return [await stack.enter_async_context(Replica(name)) for name in names]


async def main() -> None:
    async with AsyncExitStack() as stack:  # FIX: open for as long as they are used
        for replica in await open_all(stack, ["oslo", "kiel"]):
            await replica.store("order 7")


# endregion


asyncio.run(main())
