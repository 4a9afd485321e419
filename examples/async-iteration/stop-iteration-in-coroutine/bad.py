r"""StopIteration cannot leave a coroutine: it becomes a RuntimeError.

---
failure: exception
expect:
  exit: 1
  stdout: |
    packed order 1
  stderr: ["RuntimeError: coroutine raised StopIteration"]
grep:
  - pattern: '^[ \t]*async def [^\n]*\n(\s*\n|[ \t]+([^\sdt]|d[^e]|t[^r])[^\n]*\n){0,12}?[ \t]+(return |[\w, ]+ = |await \w+\()?next\([\w.]+\)'
    multiline: true
innocent: "the iterator never ends (count, cycle), or StopIteration is caught around the next()"
symptom: [lost-error]
lint: []
---
"""

import asyncio
from collections.abc import Iterator


# region snippet
async def next_order(orders: Iterator[str]) -> str:
    await asyncio.sleep(0)  # until the packer is free
    return next(orders)  # BUG: StopIteration cannot leave a coroutine


async def pack_all(orders: Iterator[str]) -> None:
    try:
        while True:
            print("packed", await next_order(orders))
    except StopIteration:
        print("all packed")


# endregion


asyncio.run(pack_all(iter(["order 1"])))
