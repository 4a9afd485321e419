r"""An abandoned generator is closed by another task, which may not leave its scope.

---
failure: warning
expect:
  stdout: |
    first quote: 10
  stderr:
    - "RuntimeError: Attempted to exit cancel scope in a different task than it was entered in"
requires: {packages: [anyio]}
grep:
  - {pattern: '^ {4}(async )?with [^\n]*\b(anyio|trio)\.\w+\([^\n]*\n( {8}[^\n]*\n|\n)*? {8,}(async for|for|while) [^\n]*\n( {12}[^\n]*\n|\n)*? {12,}([\w, ]+ = )?yield\b', multiline: true}
  - pattern: '^ {8}(async )?with [^\n]*\b(anyio|trio)\.\w+\([^\n]*\n( {12}[^\n]*\n|\n)*? {12,}(async for|for|while) [^\n]*\n( {16}[^\n]*\n|\n)*? {16,}([\w, ]+ = )?yield\b'
    multiline: true
    hits: ["        async with anyio.create_task_group() as group:\n            group.start_soon(self.read)\n            async for row in rows:\n                yield row\n"]
innocent: "the function is an @asynccontextmanager"
symptom: [late-cleanup]
lint: [ruff:ASYNC119, flake8-async:ASYNC101, flake8-async:ASYNC119]
---
"""

import asyncio
from collections.abc import AsyncGenerator

import anyio


async def ask() -> int:
    await anyio.sleep(0)  # the exchange answers
    return 10


# region snippet
async def quotes() -> AsyncGenerator[int]:
    with anyio.fail_after(60):
        while True:
            quote = await ask()
            yield quote  # BUG: stops here with the scope open


async def show_first() -> None:
    async for quote in quotes():
        print("first quote:", quote)
        break


# endregion


async def main() -> None:
    await show_first()
    await asyncio.sleep(0)  # the loop closes the generator
    await asyncio.sleep(0)


asyncio.run(main())
