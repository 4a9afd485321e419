r"""A timeout around communicate ends the wait and leaves the child running.

---
failure: leak
expect:
  stdout: |
    summary: took too long
    invoice: took too long
    receipt: took too long
  metrics:
    still_running: "== 3"
grep:
  - {pattern: '=\s*await\b[^\n]*\.communicate\([^\n]*\n\s*([^\sef]|e[^x]|f[^i])', multiline: true}
  - pattern: '\bwait_for\(\s*[\w.]+\.communicate\('
    multiline: true
    hits: ['output, _ = await asyncio.wait_for(process.communicate(), 5)']
innocent: "a finally around it kills, or another object ends the process later"
symptom: [leak, not-stopped]
lint: []
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
    async with asyncio.timeout(0.01):
        output, _ = await process.communicate()  # BUG: stopped, the child is not
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
