r"""A timeout around a yield cancels the loop that reads, in its own work.

---
failure: silent
expect:
  stdout: |
    reading order 1
    packing order 1
    packing cancelled: True
grep:
  - {pattern: '^ {4}(async )?with [^\n]*\b(timeout(_at)?|move_on_\w+|fail_\w+)\([^\n]*\n( {8}[^\n]*\n|\n)*? {8,}(async for|for|while) [^\n]*\n( {12}[^\n]*\n|\n)*? {12,}([\w, ]+ = )?yield\b', multiline: true}
  - pattern: '^ {8}(async )?with [^\n]*\b(timeout(_at)?|move_on_\w+|fail_\w+)\([^\n]*\n( {12}[^\n]*\n|\n)*? {12,}(async for|for|while) [^\n]*\n( {16}[^\n]*\n|\n)*? {16,}([\w, ]+ = )?yield\b'
    multiline: true
    hits: ["        with move_on_after(5):\n            while True:\n                yield await self.read()\n"]
innocent: "the function is an @asynccontextmanager"
symptom: [lost-work]
lint: [ruff:ASYNC119, flake8-async:ASYNC101, flake8-async:ASYNC119]
---
"""

import asyncio
from collections.abc import AsyncGenerator

LIMIT = 0.02  # seconds that the shop may take


async def fetch(number: int) -> str:
    print("reading order", number)
    await asyncio.sleep(0)  # the shop answers
    return f"order {number}"


async def pack(order: str) -> None:
    print("packing", order)
    await asyncio.sleep(2 * LIMIT)  # the packer's work
    print("packed", order)


# region snippet
async def read_orders() -> AsyncGenerator[str]:
    async with asyncio.timeout(LIMIT):
        for number in (1, 2):
            order = await fetch(number)
            yield order  # BUG: the reader's time counts too


async def pack_all() -> None:
    async for order in read_orders():
        await pack(order)


# endregion


async def main() -> None:
    packing = asyncio.create_task(pack_all())
    await asyncio.wait([packing])
    print("packing cancelled:", packing.cancelled())


asyncio.run(main())
