r"""The loop is told when the child ends, and stays with the other tasks until then.

---
expect:
  metrics:
    frozen_share: "<= 0.4"
---
"""

import asyncio
import sys
import time

CONVERTER = [sys.executable, "-c", "import time; time.sleep(0.2); print('ready')"]


# region snippet
async def convert_invoice() -> bytes:
    process = (
        await asyncio.create_subprocess_exec(  # FIX: suspends until the child ends
            *CONVERTER, stdout=asyncio.subprocess.PIPE
        )
    )
    output, _ = await process.communicate()
    return output


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
