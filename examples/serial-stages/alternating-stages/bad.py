r"""An async for that awaits its second stage lets the source rest meanwhile.

---
failure: silent
symptom: [slow]
expect:
  metrics:
    most_at_once: "== 1"
grep:
  pattern: 'async for \w+ in [^\n]*:[^\n]*\n\s+(\w+ = )?await [\w.]*(store|save|insert|upload|publish|process|index|convert|handle)\w*\('
  multiline: true
innocent: "one stage is short, both share a connection, or the next must not be asked for before"
lint: []
---
"""

import asyncio
from collections.abc import AsyncIterator

running = most_at_once = 0


async def transfer() -> None:
    global running, most_at_once
    running += 1
    most_at_once = max(most_at_once, running)
    await asyncio.sleep(0.005)
    running -= 1


async def fetch_pages() -> AsyncIterator[str]:
    for number in range(3):
        await transfer()
        yield f"page {number}"


async def store(page: str) -> None:
    await transfer()


# region snippet
async def copy() -> None:
    async for page in fetch_pages():
        await store(page)  # BUG: the source rests until it is stored


# endregion


asyncio.run(copy())
print(f"metric most_at_once={most_at_once}")
