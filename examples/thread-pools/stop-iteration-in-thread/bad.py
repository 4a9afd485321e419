r"""A StopIteration cannot leave a thread: the waiting line hangs or gets a RuntimeError.

---
failure: exception
expect:
  - python: "<3.12.6"
    failure: hang
    exit: timeout
    within: 0.5
    stdout: |
      row 1
      row 2
    stderr: ["TypeError: StopIteration interacts badly with generators and cannot be raised into a Future"]
  - python: ">=3.12.6"
    exit: 1
    stdout: |
      row 1
      row 2
    stderr: ["RuntimeError: StopIteration interacts badly with generators and cannot be raised into a Future"]
symptom: [hang]
grep:
  pattern: '\b(run_in_executor\([^,\n]*,|to_thread\(|run_in_threadpool\()\s*(next|[\w.]+\.__next__)\b(,\s*[\w.()]+)?\)'
  hits: ["row = await loop.run_in_executor(None, next, rows)", "await loop.run_in_executor(pool, rows.__next__)"]
innocent: "the iterator never ends"
lint: []
---
"""

import asyncio
from collections.abc import Iterator


def read_rows() -> Iterator[str]:
    yield "row 1"
    yield "row 2"


# region snippet
async def export() -> None:
    rows = read_rows()
    while True:
        row = await asyncio.to_thread(next, rows)  # BUG: raises StopIteration there
        print(row)
    print("exported")


# endregion


asyncio.run(export())
