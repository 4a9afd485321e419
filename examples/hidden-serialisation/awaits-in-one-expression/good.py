r"""gather begins both calls before it waits for either.

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
async def show(order: str) -> str:
    return "; ".join(
        await asyncio.gather(
            fetch(f"{order} customer"), fetch(f"{order} stock")
        )  # FIX: both
    )


# endregion


print(asyncio.run(show("A-17")))
print(f"metric most_at_once={most_at_once}")
