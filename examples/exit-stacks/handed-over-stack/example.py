r"""An object that enters several managers keeps their exits in a stack.

---
expect:
  stdout: |
    oslo opened
    kiel opened
    stored on 2 replicas
    kiel closed
    oslo closed
    oslo opened
    lima refused the connection
    oslo closed
    failed: lima is down
---
"""

import asyncio
from contextlib import AsyncExitStack
from typing import Any, Self


class Replica:
    def __init__(self, name: str) -> None:
        self.name = name

    async def __aenter__(self) -> Self:
        await asyncio.sleep(0)  # the replica answers
        if self.name == "lima":
            print("lima refused the connection")
            raise ConnectionError("lima is down")
        print(self.name, "opened")
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        print(self.name, "closed")


# region snippet
class Mirror:
    def __init__(self, *names: str) -> None:
        self.names = names

    async def __aenter__(self) -> Self:
        async with AsyncExitStack() as stack:
            self.replicas = [
                await stack.enter_async_context(Replica(name)) for name in self.names
            ]
            self.stack = stack.pop_all()  # all are open: their exits go on to self
        return self

    async def __aexit__(self, *exc_info: Any) -> bool | None:
        return await self.stack.__aexit__(*exc_info)


# endregion


async def main() -> None:
    for names in (("oslo", "kiel"), ("oslo", "lima")):
        try:
            async with Mirror(*names) as mirror:
                print("stored on", len(mirror.replicas), "replicas")
        except ConnectionError as error:
            print("failed:", error)


asyncio.run(main())
