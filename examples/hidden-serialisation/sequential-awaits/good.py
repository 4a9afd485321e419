r"""Every task of a group begins before the first answer has come.

---
expect:
  metrics:
    most_at_once: "== 3"
---
"""

import asyncio

running = most_at_once = 0


async def fetch(widget: str) -> str:
    global running, most_at_once
    running += 1
    most_at_once = max(most_at_once, running)
    await asyncio.sleep(0.01)  # the answer takes its time
    running -= 1
    return f"{widget} ready"


# region snippet
async def show(widgets: list[str]) -> None:
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(fetch(each)) for each in widgets]  # FIX: at once
    print(", ".join(task.result() for task in tasks))


# endregion


asyncio.run(show(["sales", "stock", "returns"]))
print(f"metric most_at_once={most_at_once}")
