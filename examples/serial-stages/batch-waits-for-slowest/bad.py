r"""A batch under gather ends with its slowest member; until then the other slots are idle.

---
failure: silent
symptom: [slow, slow-under-load]
expect:
  metrics:
    busy_share: "<= 0.4"
grep:
  - pattern: 'for \w+ in [^\n]*(batch|chunk|\bgroups?\b)[^\n]*:[^\n]*\n(\s+[^\n]*\n){0,3}?\s+[^\n]*\bawait (asyncio\.)?(gather|wait)\('
    multiline: true
  - pattern: 'for \w+ in range\(0, len\([^\n]*\n(\s+[^\n]*\n){0,4}?\s+[^\n]*\bawait (asyncio\.)?(gather|wait)\('
    multiline: true
    hits:
      - "    for i in range(0, len(urls), 10):\n        part = urls[i : i + 10]\n        pages += await asyncio.gather(*map(fetch, part))\n"
innocent: "a batch has to be whole before the next one begins (a commit, a rate of so many at once)"
lint: []
---
"""

import asyncio

SLOTS = 4
turns = worked = 0


async def resize(length: int) -> None:
    global worked
    for _ in range(length):
        worked += 1
        await asyncio.sleep(0)


async def count_turns() -> None:
    global turns
    while True:
        turns += 1
        await asyncio.sleep(0)


def batches(photos: list[int]) -> list[list[int]]:
    return [photos[i : i + SLOTS] for i in range(0, len(photos), SLOTS)]


# region snippet
async def resize_all(photos: list[int]) -> None:
    for batch in batches(photos):
        await asyncio.gather(*map(resize, batch))  # BUG: ends with its slowest


# endregion


async def main() -> None:
    clock = asyncio.create_task(count_turns())
    await resize_all([40, 2, 2, 2] * 8)  # turns of the loop that each photo takes
    clock.cancel()
    print(f"metric busy_share={worked / (turns * SLOTS)}")


asyncio.run(main())
