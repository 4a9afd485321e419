r"""call_soon_threadsafe runs the call in the loop and wakes it.

---
expect:
  stdout: |
    scanned A-17
    stored A-17
---
"""

import asyncio
import threading
import time

PAUSE = 0.2  # seconds to the first parcel; the loop has long gone to sleep


# region snippet
def scan(loop: asyncio.AbstractEventLoop, parcels: asyncio.Queue[str]) -> None:
    parcel = read_scanner()
    loop.call_soon_threadsafe(parcels.put_nowait, parcel)  # FIX: wakes the loop


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
