r"""Several awaits in one expression run one after the other.

---
failure: silent
symptom: [slow]
expect:
  metrics:
    most_at_once: "== 1"
grep:
  - pattern: '\bawait [\w.]+(\([^()\n]*(\([^()\n]*\)[^()\n]*)*\))?,\s*(\w+ ?= ?|"\w+": )?\(?await\b'
    multiline: true
    hits:
      - "    return {\"customer\": await fetch(\"customer\"), \"stock\": await fetch(\"stock\")}"
      - "    page = Page(\n        customer=await fetch_customer(),\n        stock=await fetch_stock(),\n    )\n"
innocent: "one of them needs the other's effect, or both use one connection"
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


def render(customer: str, stock: str) -> str:
    return f"{customer}, {stock}"


# region snippet
async def show_order() -> str:
    return render(await fetch("customer"), await fetch("stock"))  # BUG: in turn


# endregion


print(asyncio.run(show_order()))
print(f"metric most_at_once={most_at_once}")
