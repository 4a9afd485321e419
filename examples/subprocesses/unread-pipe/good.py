r"""communicate reads the pipes while it waits, so the child can end.

---
expect:
  stdout: |
    exporting
    100000 orders
---
"""

import asyncio
import sys
from asyncio.subprocess import PIPE

EXPORTER = [sys.executable, "-c", "print('order shipped\\n' * 100_000)"]


# region snippet
async def export_orders() -> int:
    process = await asyncio.create_subprocess_exec(*EXPORTER, stdout=PIPE)
    print("exporting", flush=True)
    output, _ = await process.communicate()  # FIX: reads until the child ends
    return output.count(b"shipped")


# endregion


async def main() -> None:
    print(await export_orders(), "orders")


asyncio.run(main())
