r"""A stored task answers every later caller with the failure of the first load.

---
failure: silent
symptom: [works-once, lost-error]
expect:
  stdout: |
    first: database restarts
    a day later: database restarts
grep:
  pattern: 'if [^\n]+ not in [\w.]+:[^\n]*\n([^\n]*\n)??[^\n]*\][ \t]*=[^\n]*\b(create_task|ensure_future)\([^\n]*\n[ \t]+(return )?[^\n]*await\b'
  multiline: true
innocent: "a done callback or an except takes a failed task out of the dict"
lint: []
---
"""

import asyncio

faults = [ConnectionError("database restarts")]


async def fetch(sku: str) -> int:
    await asyncio.sleep(0)  # the database's answer
    if faults:
        raise faults.pop()
    return 42


# region snippet
class Prices:
    def __init__(self) -> None:
        self.loads: dict[str, asyncio.Task[int]] = {}

    async def get(self, sku: str) -> int:
        if sku not in self.loads:
            self.loads[sku] = asyncio.create_task(fetch(sku))  # BUG: kept failed
        return await asyncio.shield(self.loads[sku])


# endregion


async def show(when: str, prices: Prices) -> None:
    try:
        print(f"{when}:", await prices.get("lamp"))
    except ConnectionError as failure:
        print(f"{when}:", failure)


async def main() -> None:
    prices = Prices()
    await show("first", prices)
    await show("a day later", prices)


asyncio.run(main())
