r"""A plain function that blocks freezes the loop of the coroutine that calls it.

---
failure: blocks-loop
expect:
  metrics:
    frozen_share: ">= 0.8"
symptom: [frozen]
grep:
  pattern: '^[ \t]*def [^\n]*\n([ \t]+[^\n]*\n){0,12}?[ \t]+time\.sleep\('
  multiline: true
innocent: "only threads and programs without a loop call the function"
lint: []
---
"""

import asyncio
import time

PAUSE = 0.2  # seconds before the second attempt


# region snippet
def back_off(attempt: int) -> None:
    time.sleep(PAUSE * attempt)  # BUG: its caller runs in the loop's thread


async def deliver_invoice() -> int:
    for attempt in range(1, 3):
        if await try_to_send(attempt):
            return attempt
        back_off(attempt)
    raise ConnectionError("no answer")


# endregion


async def try_to_send(attempt: int) -> bool:
    return attempt == 2


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
    await deliver_invoice()
    worked = time.perf_counter() - started
    await asyncio.sleep(0.01)  # the next beat notes the gap
    heart.cancel()
    await asyncio.wait([heart])
    print(f"metric frozen_share={max(gaps) / worked:.2f}")


asyncio.run(main())
