r"""Process.wait returns when the process ends, even if a child of it holds its pipes.

---
expect:
  - python: ">=3.14.7"
    stdout: |
      status 0, wait() returned: True
  - python: ">=3.13.15,<3.14"
    stdout: |
      status 0, wait() returned: True
  - python: "<3.14.7"
    stdout: |
      status 0, wait() returned: False
lint: [ruff:ASYNC110]
requires: {platform: posix}
---
"""

import asyncio
import sys
from asyncio.subprocess import PIPE, Process

CHILD = "import sys; sys.stdin.read()"
LAUNCHER = (  # ends after a line; its child lives on, with the same pipes
    "import subprocess, sys; sys.stdin.readline();"
    f"subprocess.Popen([sys.executable, '-c', '{CHILD}'])"
)


# region snippet
async def run(launcher: Process) -> None:
    waiting = asyncio.create_task(launcher.wait())
    await end(launcher)  # and leave its child, which holds stdout
    print(f"status {launcher.returncode}, wait() returned: {waiting.done()}")


# endregion


async def end(launcher: Process) -> None:
    await asyncio.sleep(0)  # wait() begins
    assert launcher.stdin
    launcher.stdin.write(b"end\n")
    while launcher.returncode is None:
        await asyncio.sleep(0.001)
    await asyncio.sleep(0.01)


async def main() -> None:
    launcher = await asyncio.create_subprocess_exec(
        sys.executable, "-c", LAUNCHER, stdin=PIPE, stdout=PIPE
    )
    await run(launcher)
    assert launcher.stdin and launcher.stdout
    launcher.stdin.close()
    await launcher.stdout.read()  # until the child ends too


asyncio.run(main())
