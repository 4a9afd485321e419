r"""The errors stand in the members of the group, at any depth.

---
expect:
  stdout: |
    refused with status 402
---
"""

import asyncio
from collections.abc import Iterator


class Refused(Exception):
    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


async def charge(card: str) -> None:
    raise Refused(402)


# region snippet
def leaves(group: ExceptionGroup[Refused]) -> Iterator[Refused]:
    for each in group.exceptions:
        if isinstance(each, ExceptionGroup):
            yield from leaves(each)
        else:
            yield each


async def place_order(cards: list[str]) -> None:
    try:
        async with asyncio.TaskGroup() as group:
            for card in cards:
                group.create_task(charge(card))
    except* Refused as refusals:
        for error in leaves(refusals):  # FIX: each error of the group
            print("refused with status", error.status)


# endregion


asyncio.run(place_order(["visa"]))
