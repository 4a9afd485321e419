r"""The block of a task group ends when its last child ends.

---
failure: hang
symptom: [hang]
expect:
  exit: timeout
  within: 0.5
  stdout: ["A-17 shipped", "A-18 shipped"]
grep:
  - pattern: '^[ \t]*(tg|g|\w*group|nursery)\.create_task\(\s*[\w.]*(heartbeat|beat|poll|watch|monitor|keep_?alive|refresh|listen|forever|tick|report)\w*\('
    hits:
      - "        tg.create_task(self._watch_config())"
innocent: "the group is meant to run until it is cancelled, or the child ends by itself"
lint: []
---
"""

import asyncio


async def keep_alive() -> None:
    while True:
        await asyncio.sleep(0.01)


async def ship(order: str) -> None:
    await asyncio.sleep(0)
    print(order, "shipped")


# region snippet
async def ship_all(orders: list[str]) -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(keep_alive())  # BUG: never ends, nor does the block
        for order in orders:
            await ship(order)
    print("lease given back")


# endregion


asyncio.run(ship_all(["A-17", "A-18"]))
