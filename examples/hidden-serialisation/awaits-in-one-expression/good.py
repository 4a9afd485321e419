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


def render(customer: str, stock: str) -> str:
    return f"{customer}, {stock}"


# region snippet
async def show_order() -> str:
    parts = await asyncio.gather(fetch("customer"), fetch("stock"))  # FIX: at once
    return render(*parts)


# endregion


print(asyncio.run(show_order()))
print(f"metric most_at_once={most_at_once}")
