r"""A thread that touches the loop does not wake it.

---
failure: hang
expect:
  exit: timeout
  within: 0.5
  stdout: |
    scanned A-17
grep:
  - '\.put_nowait\('
  - pattern: '\.call_soon\('
    hits: ["loop.call_soon(self.received, packet)"]
  - pattern: '\.set_(result|exception)\('
    hits: ["self.answer.set_result(packet)"]
symptom: [hang, slow]
innocent: "it runs in the loop's own thread, or the queue is a queue.Queue"
lint: []
---
"""

import asyncio
import threading
import time

PAUSE = 0.2  # seconds to the first parcel; the loop has long gone to sleep


# region snippet
def scan(loop: asyncio.AbstractEventLoop, parcels: asyncio.Queue[str]) -> None:
    parcel = read_scanner()
    parcels.put_nowait(parcel)  # BUG: the loop sleeps on


async def main() -> None:
    loop = asyncio.get_running_loop()
    parcels: asyncio.Queue[str] = asyncio.Queue()
    threading.Thread(target=scan, args=(loop, parcels)).start()
    print("stored", await parcels.get())


# endregion


def read_scanner() -> str:
    time.sleep(PAUSE)
    print("scanned A-17")
    return "A-17"


asyncio.run(main())
