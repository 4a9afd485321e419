r"""A task group begins both calls before it waits for either.

---
expect:
  metrics:
    most_at_once: "== 2"
---
"""

import asyncio

running = most_at_once = 0


async def fetch(part: str) -> str:
    global running, most_at_once
    running += 1
    most_at_once = max(most_at_once, running)
    await asyncio.sleep(0.01)  # the answer takes its time
    running -= 1
    return f"{part} ready"


# region snippet
class Order:
    async def load(self) -> None:
        async with asyncio.TaskGroup() as group:  # FIX: both are under way
            customer = group.create_task(fetch("customer"))
            stock = group.create_task(fetch("stock"))
        self.customer, self.stock = customer.result(), stock.result()


# endregion


asyncio.run(Order().load())
print(f"metric most_at_once={most_at_once}")
