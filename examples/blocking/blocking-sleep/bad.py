r"""A blocking call in a coroutine freezes every other task.

---
failure: blocks-loop
expect:
  metrics:
    frozen_share: ">= 0.8"
grep:
  - pattern: '^[ \t]*async def [^\n]*\n(\s*\n|[ \t]+([^\sda@]|a[^s]|ass|asyncio|async [fw]|d[^e]|de[^f]|def\S)[^\n]*\n){0,60}?[^\n]*\btime\.sleep\('
    multiline: true
  - pattern: '(^[ \t]*|[=(,:] ?|return )input\('
    hits:
      - "answer = input(\"Delete? \")"
innocent: "a plain function that only threads call, or code outside asyncio.run"
symptom: [frozen]
lint: [ruff:ASYNC251, flake8-async:ASYNC251]
marks:
  - pattern: '\b(time\.sleep|subprocess\.(run|call|check_\w+)|urlopen|requests\.(get|post|put))\('
    ask: "on which thread does it run?"
---
"""

import asyncio
import time

DELAY = 0.2  # seconds between two polls of the order


# region snippet
async def poll_order() -> str:
    time.sleep(DELAY)  # BUG: holds the thread that runs every task
    return "shipped"


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
    await poll_order()
    worked = time.perf_counter() - started
    await asyncio.sleep(0.01)  # the next beat notes the gap
    heart.cancel()
    await asyncio.wait([heart])
    print(f"metric frozen_share={max(gaps) / worked:.2f}")


asyncio.run(main())
