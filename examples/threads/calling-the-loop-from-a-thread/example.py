r"""A thread hands coroutines and calls to the loop through its two thread-safe doors.

---
expect:
  stdout: |
    stored A-17
    stored B-4
    stored C-9
    scanner off
---
"""

import asyncio
import threading

SCANNED = ("A-17", "B-4", "C-9")


# region snippet
async def main() -> None:
    loop = asyncio.get_running_loop()
    parcels: asyncio.Queue[str] = asyncio.Queue(maxsize=1)
    off = asyncio.Event()

    def scan() -> None:
        for parcel in SCANNED:
            put = asyncio.run_coroutine_threadsafe(parcels.put(parcel), loop)
            put.result()  # this thread waits while the queue is full
        loop.call_soon_threadsafe(off.set)

    threading.Thread(target=scan).start()
    for _ in SCANNED:
        print("stored", await parcels.get())
    await off.wait()
    print("scanner off")


# endregion


asyncio.run(main())
