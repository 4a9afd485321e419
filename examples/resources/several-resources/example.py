r"""A stack that closes whatever was opened, in reverse order, each resource once.

---
expect:
  stdout: |
    oslo opened
    lima opened
    kiel refused the connection
    lima closed
    oslo closed
    failed: kiel is down
    oslo opened
    lima opened
    copied invoice 7 to 2 replicas
    lima closed
    oslo closed
---
"""

import asyncio
from contextlib import AsyncExitStack
from typing import Self

down = {"kiel"}


class Replica:
    def __init__(self, name: str) -> None:
        self.name = name

    async def __aenter__(self) -> Self:
        await asyncio.sleep(0)  # the replica answers
        if self.name in down:
            print(f"{self.name} refused the connection")
            raise ConnectionError(f"{self.name} is down")
        print(f"{self.name} opened")
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        await asyncio.sleep(0)  # says goodbye
        print(f"{self.name} closed")

    async def store(self, invoice: str) -> None:
        await asyncio.sleep(0)


# region snippet
async def copy(invoice: str, names: list[str]) -> None:
    async with AsyncExitStack() as stack:
        replicas = [await stack.enter_async_context(Replica(name)) for name in names]
        for replica in replicas:
            await replica.store(invoice)
        print(f"copied {invoice} to {len(replicas)} replicas")


# endregion


async def main() -> None:
    try:
        await copy("invoice 7", ["oslo", "lima", "kiel"])
    except ConnectionError as error:
        print("failed:", error)
    await copy("invoice 7", ["oslo", "lima"])


asyncio.run(main())
