r"""The end of a task group waits for its tasks.

---
expect:
  stdout: |
    order 7 saved
    receipts sent: ['order 7']
---
"""

import asyncio

sent: list[str] = []


async def send_receipt(order: str) -> None:
    await asyncio.sleep(0.01)  # the mail server takes its time
    sent.append(order)


# region snippet
async def main() -> None:
    async with asyncio.TaskGroup() as group:  # FIX: its end waits for the task
        group.create_task(send_receipt("order 7"))
        print("order 7 saved")


asyncio.run(main())
print("receipts sent:", sent)
# endregion
