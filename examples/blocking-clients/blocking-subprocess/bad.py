r"""Waiting for a child process in a coroutine freezes every other task.

---
failure: blocks-loop
expect:
  metrics:
    frozen_share: ">= 0.8"
grep:
  - pattern: '^async def [^\n]*\n([ \t)][^\n]*\n|[ \t]*\n)*?[ \t]+[^#\n]*\bsubprocess\.(run|call|check_call|check_output|Popen|getoutput|getstatusoutput)\(|^ {4}async def [^\n]*\n( {4}[ \t)][^\n]*\n|[ \t]*\n)*? {4}[ \t]+[^#\n]*\bsubprocess\.(run|call|check_call|check_output|Popen|getoutput|getstatusoutput)\('
    multiline: true
  - pattern: '\bos\.(system|popen|spawn\w+|wait)\(|\bos\.wait(pid|3|4|id)\(([^W\n]|W[^N\n])*$'
    multiline: true
    hits:
      - "os.system(\"pdftotext invoice.pdf\")"
      - "os.waitpid(pid, 0)"
innocent: "a plain function that only threads call, or code outside asyncio.run"
symptom: [frozen]
lint: [ruff:ASYNC221, flake8-async:ASYNC221]
---
"""

import asyncio
import subprocess
import sys
import time

CONVERTER = [sys.executable, "-c", "import time; time.sleep(0.2); print('ready')"]


# region snippet
async def convert_invoice() -> bytes:
    done = subprocess.run(CONVERTER, capture_output=True)  # BUG: waits for the child
    return done.stdout


# endregion


async def heartbeat(gaps: list[float]) -> None:
    while True:
        before = time.perf_counter()
        await asyncio.sleep(0.005)
        gaps.append(time.perf_counter() - before)


async def main() -> None:
    gaps: list[float] = []
    heart = asyncio.create_task(heartbeat(gaps))
    await asyncio.sleep(0)  # the heart begins to beat
    started = time.perf_counter()
    await convert_invoice()
    worked = time.perf_counter() - started
    await asyncio.sleep(0.01)  # the next beat notes the gap
    heart.cancel()
    await asyncio.wait([heart])
    print(f"metric frozen_share={max(gaps) / worked:.2f}")


asyncio.run(main())
