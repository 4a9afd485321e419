r"""A handler of signal.signal runs between two steps of the loop and does not wake it.

---
failure: hang
expect:
  exit: timeout
  within: 0.7
  stdout: |
    service: ready
    service: SIGTERM came
requires: {platform: posix}
symptom: [ctrl-c-ignored]
grep:
  pattern: '\bsignal\.signal\(\s*(signal\.)?SIG(TERM|INT|HUP|USR\d)\s*,\s*([a-rt-z_]|s[a-hj-z]|sig(nal)?_?h)'
  hits: ["signal.signal(signal.SIGINT, signal_handler)", "signal.signal(SIGTERM, self.shutdown)"]
innocent: "the handler raises or exits, calls call_soon_threadsafe, or no asyncio loop runs"
lint: []
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
    stop = asyncio.Event()

    def on_stop(number: int, frame: object) -> None:
        print("SIGTERM came", flush=True)
        stop.set()

    signal.signal(signal.SIGTERM, on_stop)  # BUG: it does not wake the loop
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
