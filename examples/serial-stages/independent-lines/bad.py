r"""Two awaits on two lines run in turn, also where the second needs nothing of the first.

---
failure: silent
symptom: [slow]
expect:
  metrics:
    most_at_once: "== 1"
grep:
  pattern: '^[ \t]*self\.\w+ = await [^\n]+\n(\s*#[^\n]*\n|\s*\n)*[ \t]*self\.\w+ = await '
  multiline: true
innocent: "the second uses what the first returned or did, or both use one connection"
lint: []
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
        self.customer = await fetch("customer")
        self.stock = await fetch("stock")  # BUG: needs nothing of the line before


# endregion


asyncio.run(Order().load())
print(f"metric most_at_once={most_at_once}")
