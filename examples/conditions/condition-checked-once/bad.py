r"""Between the notice and the end of the wait another task can undo the condition.

---
failure: exception
expect:
  exit: 1
  stdout: ["Ada packs lamp"]
  stderr: ["IndexError: pop from empty list"]
grep:
  pattern: '^[ \t]+if [^\n]*:[^\n]*\n[ \t]+await [\w.]*(cond|ready|avail|changed|not_empty|not_full)\w*\.wait\(\)'
  multiline: true
  hits: ["        if not self.items:\n            await self._cond.wait()\n"]
innocent: "an Event, or the condition is checked again after the wait"
lint: []
marks:
  - pattern: '\bawait [\w.]+\.(get|put|wait\w*|join|acquire\w*|__anext__)\('
    ask: "who wakes it if the other side fails or closes? what is lost if it is cancelled?"
---
"""

import asyncio

orders: list[str] = []


# region snippet
async def pack(packer: str, changed: asyncio.Condition) -> None:
    async with changed:
        if not orders:  # BUG: not checked again after the wait
            await changed.wait()
        print(packer, "packs", orders.pop())


async def place(order: str, changed: asyncio.Condition) -> None:
    async with changed:
        orders.append(order)
        changed.notify_all()


# endregion


async def main() -> None:
    changed = asyncio.Condition()
    async with asyncio.TaskGroup() as group:
        for packer in ("Ada", "Bo"):
            group.create_task(pack(packer, changed))
        await asyncio.sleep(0)  # both packers wait
        await place("lamp", changed)
        await asyncio.sleep(0)
        await place("chair", changed)


asyncio.run(main())
