r"""A comprehension that awaits begins no call before the last has ended.

---
failure: silent
symptom: [slow]
expect:
  metrics:
    most_at_once: "== 1"
grep:
  - pattern: '[\[{(][ \t]*([\w.]+[ \t]*:[ \t]*)?\(?await ([^a\s]|a[^s\n]|as[^y\n])[^\n]*\bfor\b'
    multiline: true
  - pattern: '\bawait ([\w.]+(\(\))?\.)?(create_task|ensure_future)\('
    hits:
      - "    customer = await asyncio.create_task(fetch_customer())"
      - "    pages.append(await group.create_task(fetch(url)))"
  - pattern: '\bgather\(\s*\*?\[?\s*await\b'
    hits:
      - "    await asyncio.gather(await fetch_customer(), await fetch_orders())"
  - pattern: '^[ \t]*for [\w, ()]+ in ([^a\n]|a[^s\n])[^\n]*:[^\n]*\n[^\n]*(\.(append|add|extend|update)\([ \t]*await|\][ \t]*=[ \t]*await)\b'
    multiline: true
    hits:
      - "for url in urls:\n    pages.append(await fetch(url))\n"
      - "for key in keys:\n    values[key] = await cache.get(key)\n"
innocent: "each call needs the one before, or the tasks exist already"
lint: []
corrects:
  - said: "a comprehension that awaits each fetch creates the tasks for all URLs"
    instead: "gather or a task group; the comprehension awaits one after the other"
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
    answers = [await fetch(each) for each in widgets]  # BUG: one after the other
    print(", ".join(answers))


# endregion


asyncio.run(show(["sales", "stock", "returns"]))
print(f"metric most_at_once={most_at_once}")
