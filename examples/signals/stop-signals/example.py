r"""The first signal asks for an orderly end, the second one ends the process at once.

---
expect:
  stdout: |
    service: ready
    service: stopping
    service: worker put its order back
    exit status 0
requires: {platform: posix}
---
"""

import asyncio
import signal
import subprocess
import sys


async def work() -> None:
    try:
        print("ready", flush=True)
        await asyncio.Event().wait()
    finally:
        await asyncio.sleep(0)
        print("worker put its order back", flush=True)


# region snippet
SIGNALS = (signal.SIGINT, signal.SIGTERM)


async def serve() -> None:
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()

    def on_signal() -> None:
        stop.set()
        for number in SIGNALS:
            loop.remove_signal_handler(number)  # the next one ends at once

    for number in SIGNALS:
        loop.add_signal_handler(number, on_signal)
    async with asyncio.TaskGroup() as group:
        worker = group.create_task(work())
        await stop.wait()
        print("stopping", flush=True)
        worker.cancel()


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
