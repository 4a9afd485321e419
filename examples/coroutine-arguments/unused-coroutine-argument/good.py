r"""A helper that is given functions makes only the coroutines that it awaits.

---
expect:
  stdout: |
    oslo has 5 lamps
---
"""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial


async def ask(replica: str) -> str:
    await asyncio.sleep(0)  # the replica answers
    if replica == "kiel":
        raise ConnectionError("kiel is down")
    return f"{replica} has 5 lamps"


# region snippet
Source = Callable[[], Awaitable[str]]


async def first_answer(*sources: Source) -> str:
    for source in sources:
        try:
            return await source()  # FIX: made when it is awaited
        except ConnectionError:
            continue
    raise LookupError("no replica answers")


async def main() -> None:
    print(
        await first_answer(*[partial(ask, name) for name in ("kiel", "oslo", "lima")])
    )


# endregion


asyncio.run(main())
