r"""SIGTERM ends a Python process at once: no finally and no async with runs.

---
failure: silent
expect:
  stdout: |
    service: ready
    exit status -15
requires: {platform: posix}
symptom: [ctrl-c-ignored, lost-work]
grep:
  none: "asyncio.run or a server's run in the entry point, and no SIGTERM in the code"
lint: []
---
"""

import asyncio
import signal
import subprocess
import sys


# region snippet
async def serve() -> None:
    stop = asyncio.Event()
    try:
        print("ready", flush=True)
        await stop.wait()  # BUG: SIGTERM ends the process here
    finally:
        print("orders saved", flush=True)


# endregion


def main() -> None:
    if "serve" in sys.argv:
        asyncio.run(serve())
        return
    command = [sys.executable, __file__, "serve"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as service:
        for line in service.stdout or ():
            print("service:", line, end="", flush=True)
            if line == "ready\n":
                service.send_signal(signal.SIGTERM)
    print("exit status", service.returncode)


main()
