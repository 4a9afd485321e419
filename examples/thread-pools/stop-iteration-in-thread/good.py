r"""A default value says that the iterator has ended.

---
expect:
  stdout: |
    row 1
    row 2
    exported
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
        row = await asyncio.to_thread(next, rows, None)  # FIX: None ends it
        if row is None:
            break
        print(row)
    print("exported")


# endregion


asyncio.run(export())
