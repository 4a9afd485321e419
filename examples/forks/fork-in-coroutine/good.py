r"""Fork first, then start a loop in each process.

---
expect:
  stdout: ["main serves", "worker serves"]
requires: {platform: posix}
---
"""

import asyncio
import os
import sys


async def serve(name: str) -> None:
    await asyncio.sleep(0.001)
    sys.stdout.write(f"{name} serves\n")


# region snippet
async def main(worker: int) -> int:
    await serve("main" if worker else "worker")
    return worker


worker = asyncio.run(main(os.fork()))  # FIX: each process starts its own loop
# endregion
if worker:
    _, status = os.waitpid(worker, 0)
    sys.exit(os.waitstatus_to_exitcode(status))
