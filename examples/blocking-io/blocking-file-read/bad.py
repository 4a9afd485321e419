r"""Reading a slow file in a coroutine freezes every other task.

---
failure: blocks-loop
expect:
  metrics:
    frozen_share: ">= 0.8"
requires: {platform: posix}
grep:
  - '(^|[^.\w])open\('
  - pattern: '\.(read_text|read_bytes|write_text|write_bytes)\('
    hits: ['catalogue = path.read_text()', 'path.write_bytes(export)']
  - pattern: '\bshutil\.(copy\w*|move|rmtree|make_archive|unpack_archive)\('
    hits: ['shutil.copytree(release, backup)']
  - pattern: '\b(load_cert_chain|load_verify_locations|tls_set)\('
    hits: ['context.load_cert_chain(certificate, key)']
  - pattern: '\.(iterdir|rglob)\('
    hits: ['for file in exports.iterdir():']
innocent: "a small local file, or a plain function that only threads call"
symptom: [frozen]
lint: [ruff:ASYNC230, flake8-async:ASYNC230]
corrects:
  - said: "every open() in a coroutine is wrong, and aiofiles is asynchronous file I/O"
    instead: "small local files in place, otherwise to_thread around the whole read; aiofiles is a thread pool"
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
    with open(path) as catalogue:  # BUG: the loop's thread waits for the drive
        return catalogue.read()


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
