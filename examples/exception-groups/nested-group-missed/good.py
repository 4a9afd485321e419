r"""except* finds an exception at any depth of a group.

---
expect:
  stdout: |
    to be sent again: ['A-17']
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
    except* ConnectionError:  # FIX: matches at any depth
        send_again.append(order)


# endregion


asyncio.run(dispatch("A-17"))
print("to be sent again:", send_again)
