r"""A handler in the loop makes SIGTERM an event, and the clean-up runs.

---
expect:
  stdout: |
    service: ready
    service: orders saved
    exit status 0
requires: {platform: posix}
---
"""

import asyncio
import signal
import subprocess
import sys


# region snippet
async def serve() -> None:
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, stop.set)  # FIX: it sets the event
    try:
        print("ready", flush=True)
        await stop.wait()
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
