r"""A task group says nothing of a child that was cancelled by itself.

---
failure: silent
symptom: [lost-work, lost-error]
expect:
  stdout: |
    all invoices sent
    sent: []
grep: {none: "children of a group that await a shared task or future, or are cancelled one by one; success assumed after the block"}
lint: []
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
        for customer in customers:
            group.create_task(send(customer, rates))
    print("all invoices sent")  # BUG: a cancelled child raises nothing


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
