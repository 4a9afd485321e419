r"""What except* binds is a group, also when it holds one error.

---
failure: exception
expect:
  exit: 1
  stderr: ["AttributeError: 'ExceptionGroup' object has no attribute 'status'"]
grep:
  pattern: 'except\* ?[^\n]+ as (exc|e|err|error|failure|refused|refusal):[^\n]*\n([ \t]+[^\n]*\n){0,3}?[^\n]*\b(exc|e|err|error|failure|refused|refusal)\.(status|code|errno|args|reason|response|detail|name|returncode|headers|body)\b'
  multiline: true
  hits:
    - "    except* OSError as exc:\n        if exc.errno == errno.EPIPE:\n            return\n"
innocent: "args is meant as the group's own: its message and its members"
lint: [flake8-async:ASYNC400, mypy:attr-defined, pyright:reportAttributeAccessIssue, pylint:no-member]
---
"""

import asyncio


class Refused(Exception):
    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


async def charge(card: str) -> None:
    raise Refused(402)


# region snippet
async def place_order(cards: list[str]) -> None:
    try:
        async with asyncio.TaskGroup() as group:
            for card in cards:
                group.create_task(charge(card))
    except* Refused as error:
        print("refused with status", error.status)  # BUG: a group has no status


# endregion


asyncio.run(place_order(["visa"]))
