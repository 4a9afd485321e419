r"""Whoever counts on the children of a group asks which of them were cancelled.

---
expect:
  stdout: |
    not sent: ['ada', 'bob']
    sent: []
---
"""

import asyncio

sent: list[str] = []


# region snippet
async def send(customer: str, rates: asyncio.Task[float]) -> None:
    total = 20 * await rates
    sent.append(f"{customer}: {total}")


async def send_all(customers: list[str], rates: asyncio.Task[float]) -> None:
    async with asyncio.TaskGroup() as group:
        tasks = {each: group.create_task(send(each, rates)) for each in customers}
    if lost := [each for each, task in tasks.items() if task.cancelled()]:  # FIX: ask
        print("not sent:", lost)
    else:
        print("all invoices sent")


# endregion


async def fetch_rates() -> float:
    await asyncio.sleep(3600)
    return 1.1


async def main() -> None:
    rates = asyncio.create_task(fetch_rates())
    sending = asyncio.create_task(send_all(["ada", "bob"], rates))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    rates.cancel()  # by a caller of its own who has no time left
    await sending
    print("sent:", sent)


asyncio.run(main())
