r"""Kill and reap in a finally end the child on every way out.

---
expect:
  stdout: |
    summary: took too long
    invoice: took too long
    receipt: took too long
  metrics:
    still_running: "== 0"
---
"""

import asyncio
import sys
from asyncio.subprocess import PIPE, Process

RENDERER = [sys.executable, "-c", "import time; time.sleep(60)"]
started: list[Process] = []


# region snippet
async def render(page: str) -> bytes:
    process = await asyncio.create_subprocess_exec(*RENDERER, page, stdout=PIPE)
    started.append(process)
    try:
        async with asyncio.timeout(0.01):
            output, _ = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()  # FIX: on timeout and on cancellation
            await process.communicate()  # reads what is left, and reaps
    return output


# endregion


async def main() -> None:
    for page in ("summary", "invoice", "receipt"):
        try:
            await render(page)
        except TimeoutError:
            print(f"{page}: took too long")
    running = [process for process in started if process.returncode is None]
    print(f"metric still_running={len(running)}")
    for process in running:
        process.kill()
        await process.wait()


asyncio.run(main())
