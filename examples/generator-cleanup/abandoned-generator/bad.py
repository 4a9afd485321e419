r"""Leaving an async for early does not run the generator's finally at once.

---
failure: exception
expect:
  exit: 1
  stdout: |
    first order: order 1
  stderr: ["RuntimeError: cannot archive: 1 cursor open"]
grep:
  pattern: '^ {4}async for [^\n]+ in [^\n]*\([^\n]*\):[^\n]*\n( {8}[^\n]*\n|\n)*? {8,}(break|return|raise)\b|^ {8}async for [^\n]+ in [^\n]*\([^\n]*\):[^\n]*\n( {12}[^\n]*\n|\n)*? {12,}(break|return|raise)\b|^ {12}async for [^\n]+ in [^\n]*\([^\n]*\):[^\n]*\n( {16}[^\n]*\n|\n)*? {16,}(break|return|raise)\b'
  multiline: true
innocent: "what is iterated holds nothing"
symptom: [late-cleanup, leak]
lint: []
corrects:
  - said: "an async generator is the simpler iterator; how to stop reading it is not said"
    instead: "read it in `async with aclosing(...)` where the loop may be left early"
marks:
  - pattern: '^[ \t]*async for\b[^\n]* in [^\n]*\('
    ask: "who closes the source when the loop is left early?"
---
"""

import asyncio
from collections.abc import AsyncGenerator

cursors: list[str] = []


async def read_orders() -> AsyncGenerator[str]:
    cursors.append("orders")
    try:
        for number in (1, 2, 3):
            await asyncio.sleep(0)  # the database answers
            yield f"order {number}"
    finally:
        cursors.remove("orders")


async def archive() -> None:
    if cursors:
        raise RuntimeError(f"cannot archive: {len(cursors)} cursor open")
    print("archived")


# region snippet
async def close_year() -> None:
    async for order in read_orders():  # BUG: leaves the generator at its yield
        print("first order:", order)
        break
    await archive()


# endregion


asyncio.run(close_year())
