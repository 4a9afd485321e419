r"""A child that fills a pipe which nobody reads never ends.

---
failure: hang
expect:
  exit: timeout
  within: 0.5
  stdout: |
    exporting
symptom: [hang]
grep:
  pattern: '\bcreate_subprocess_(exec|shell)\([^;]{0,300}?PIPE[^;]{0,80}?\)\n([ \t]+[^\n]*\n){0,3}?[^\n]*\bawait \w+\.wait\(\)'
  multiline: true
  hits: ["process = await asyncio.create_subprocess_exec(\n    *command, stdout=asyncio.subprocess.PIPE\n)\nlog(command)\nreturn await process.wait()"]
innocent: "a task reads the pipe meanwhile; the only PIPE is stdin"
lint: []
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
    await process.wait()  # BUG: the child waits for a reader
    assert process.stdout
    output = await process.stdout.read()
    return output.count(b"shipped")


# endregion


async def main() -> None:
    print(await export_orders(), "orders")


asyncio.run(main())
