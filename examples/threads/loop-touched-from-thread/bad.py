r"""A thread that touches the loop does not wake it.

---
failure: hang
expect:
  exit: timeout
  within: 0.5
  stdout: |
    scanned A-17
grep: {none: "a function that a thread or a library's callback runs, and what it does to futures, queues, events and tasks"}
symptom: [hang, slow]
lint: []
marks:
  - pattern: '\.set_(result|exception)\(|\.put_nowait\(|\.call_soon\('
    ask: "may it be done already, or full? is this the loop's thread?"
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
