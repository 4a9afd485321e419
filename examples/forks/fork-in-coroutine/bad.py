r"""A process forked in a coroutine has a copy of the loop that no longer runs.

---
failure: exception
expect:
  exit: 1
  stdout: ["main serves"]
  stderr: ["RuntimeError: no running event loop"]
requires: {platform: posix}
symptom: [lost-work]
grep: {pattern: '^[ \t]*async def [^\n]*\n([ \t]+[^\n]*\n|\n){0,30}?[ \t]+[^#\n]*\bos\.fork\(\)', multiline: true}
innocent: "the child calls os.exec... or os._exit at once"
lint: []
---
"""

import asyncio
import os
import sys


async def serve(name: str) -> None:
    await asyncio.sleep(0.001)
    sys.stdout.write(f"{name} serves\n")


# region snippet
async def main() -> int:
    worker = os.fork()  # BUG: the child goes on without a running loop
    await serve("main" if worker else "worker")
    return worker


worker = asyncio.run(main())
# endregion
if worker:
    _, status = os.waitpid(worker, 0)
    sys.exit(os.waitstatus_to_exitcode(status))
