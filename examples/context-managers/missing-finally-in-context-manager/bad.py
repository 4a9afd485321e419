r"""A context manager that yields outside of a try skips its clean-up on errors.

---
failure: silent
expect:
  stdout: |
    payment failed: card declined
    held: ['seat 12A']
grep:
  - pattern: '^@(contextlib\.)?asynccontextmanager\n(@[^\n]*\n)*async def [^\n]*\n([ \t)][^\n]*\n|\n)*?    ([\w, ]+ = )?yield\b[^\n]*\n(\n|[ \t]*#[^\n]*\n)*    [^\s#]'
    multiline: true
  - pattern: '^    @(contextlib\.)?asynccontextmanager\n(    @[^\n]*\n)*    async def [^\n]*\n(    [ \t)][^\n]*\n|\n)*?        ([\w, ]+ = )?yield\b[^\n]*\n(\n|[ \t]*#[^\n]*\n)*        [^\s#]'
    multiline: true
    hits:
      - "    @asynccontextmanager\n    async def session(self) -> AsyncIterator[Session]:\n        session = self.open()\n        yield session\n        session.close()\n"
innocent: "nothing after the yield, or a step for success alone"
symptom: [leak, late-cleanup]
lint: [ruff:RUF075]
corrects:
  - said: "a timer as a context manager or decorator, its print behind a bare yield or await"
    instead: "print in a finally: otherwise what fails is never reported"
---
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

held: list[str] = []


# region snippet
@asynccontextmanager
async def hold(seat: str) -> AsyncGenerator[None]:
    held.append(seat)
    yield  # BUG: the body's error is raised here
    held.remove(seat)


async def book(seat: str) -> None:
    async with hold(seat):
        await pay(seat)


# endregion


async def pay(seat: str) -> None:
    raise PermissionError("card declined")


async def main() -> None:
    try:
        await book("seat 12A")
    except PermissionError as error:
        print("payment failed:", error)
    print("held:", held)


asyncio.run(main())
