r"""A loop over the members of an ExceptionGroup misses nested groups.

---
failure: silent
symptom: [lost-error]
expect:
  stdout: |
    to be sent again: []
grep:
  - '\bfor \w+ in \w+\.exceptions\b'
  - pattern: '\w+\.exceptions\[0\]'
    hits: ["    raise group.exceptions[0]"]
innocent: "the function recurses, or no task raises a group"
lint: []
corrects:
  - said: "a loop over exceptions shows every failure of a task group"
    instead: "except*, split or subgroup: they reach the groups within the group"
---
"""

import asyncio

send_again: list[str] = []


async def send_mail(order: str) -> None:
    raise ConnectionError("mail server down")


async def notify(order: str) -> None:
    async with asyncio.TaskGroup() as channels:
        channels.create_task(send_mail(order))


# region snippet
async def dispatch(order: str) -> None:
    try:
        async with asyncio.TaskGroup() as steps:
            steps.create_task(notify(order))  # which has a task group of its own
    except ExceptionGroup as failed:
        for error in failed.exceptions:  # BUG: a member may be a group
            if isinstance(error, ConnectionError):
                send_again.append(order)


# endregion


asyncio.run(dispatch("A-17"))
print("to be sent again:", send_again)
