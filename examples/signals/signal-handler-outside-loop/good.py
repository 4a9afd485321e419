r"""A handler of the loop runs as a callback of the loop.

---
expect:
  stdout: |
    service: ready
    service: SIGTERM came
    service: stopped
    exit status 0
requires: {platform: posix}
---
"""

import asyncio
import signal
import subprocess
import sys
import time

PAUSE = 0.3  # seconds; the loop has long gone to sleep


# region snippet
async def serve() -> None:
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()

    def on_stop() -> None:
        print("SIGTERM came", flush=True)
        stop.set()

    loop.add_signal_handler(signal.SIGTERM, on_stop)  # FIX: a callback of the loop
    print("ready", flush=True)
    await stop.wait()
    print("stopped", flush=True)


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
                time.sleep(PAUSE)
                service.send_signal(signal.SIGTERM)
    print("exit status", service.returncode)


main()
