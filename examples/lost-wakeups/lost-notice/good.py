r"""Whoever makes something free again gives a notice, on every path.

---
expect:
  stdout: |
    line given back
    ada: replica down
    bob: line of bob
---
"""

import asyncio

FAILING = {"ada"}


async def dial(caller: str) -> str:
    await asyncio.sleep(0)  # the handshake
    if caller in FAILING:
        raise ConnectionError("replica down")
    return f"line of {caller}"


# region snippet
class Lines:
    def __init__(self, free: int) -> None:
        self.free = free
        self.changed = asyncio.Condition()

    async def take(self, caller: str) -> str:
        async with self.changed:
            while not self.free:
                await self.changed.wait()
            self.free -= 1
        try:
            return await dial(caller)
        except BaseException:
            await self.give_back()  # FIX: the notice goes to the next
            raise

    async def give_back(self) -> None:
        async with self.changed:
            self.free += 1
            self.changed.notify()


# endregion


async def call(lines: Lines, caller: str) -> None:
    try:
        print(f"{caller}: {await lines.take(caller)}", flush=True)
    except ConnectionError as failure:
        print(f"{caller}: {failure}", flush=True)


async def main() -> None:
    lines = Lines(free=0)
    async with asyncio.TaskGroup() as group:
        for caller in ("ada", "bob"):
            group.create_task(call(lines, caller))
        await asyncio.sleep(0)
        print("line given back", flush=True)
        await lines.give_back()


asyncio.run(main())
