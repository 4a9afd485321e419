r"""What a stack has entered is closed when its block returns it.

---
failure: exception
expect:
  exit: 1
  stderr: ["RuntimeError: oslo is closed"]
grep:
  pattern: '\bAsyncExitStack\(\) as \w+:[^\n]*\n([ \t]+[^\n]*\n|\n){0,6}?[ \t]+return \[?(await \w+\.enter|\w*(connection|session|client|replica|pool|channel|cursor|writer)s?\b)'
  multiline: true
innocent: "the stack was emptied with pop_all() before the return"
lint: []
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
async def open_all(names: list[str]) -> list[Replica]:
    async with AsyncExitStack() as stack:
        replicas = [await stack.enter_async_context(Replica(name)) for name in names]
        return replicas  # BUG: the stack closes them first


async def main() -> None:
    for replica in await open_all(["oslo", "kiel"]):
        await replica.store("order 7")


# endregion


asyncio.run(main())
