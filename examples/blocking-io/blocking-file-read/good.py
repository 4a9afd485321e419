r"""A thread waits for the disk, and the loop stays with the other tasks.

---
expect:
  metrics:
    frozen_share: "<= 0.4"
requires: {platform: posix}
---
"""

import asyncio
import os
import tempfile
import threading
import time
from pathlib import Path

DELAY = 0.3  # seconds the network drive takes


# region snippet
async def load_catalogue(path: Path) -> str:
    return await asyncio.to_thread(path.read_text)  # FIX: a thread waits


# endregion


async def heartbeat(gaps: list[float]) -> None:
    while True:
        before = time.perf_counter()
        await asyncio.sleep(0.005)
        gaps.append(time.perf_counter() - before)


async def main(path: Path) -> None:
    gaps: list[float] = []
    heart = asyncio.create_task(heartbeat(gaps))
    await asyncio.sleep(0)  # the heart begins to beat
    threading.Timer(DELAY, path.write_text, ["lamp 20 EUR"]).start()
    started = time.perf_counter()
    await load_catalogue(path)
    worked = time.perf_counter() - started
    await asyncio.sleep(0.01)  # the next beat notes the gap
    heart.cancel()
    await asyncio.wait([heart])
    print(f"metric frozen_share={max(gaps) / worked:.2f}")


with tempfile.TemporaryDirectory() as folder:
    drive = Path(folder, "catalogue.txt")
    os.mkfifo(drive)  # its reader waits for the writer, as for a slow drive
    asyncio.run(main(drive))
