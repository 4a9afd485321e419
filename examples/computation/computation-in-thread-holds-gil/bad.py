r"""A long C call in a thread freezes the loop too: it keeps the GIL.

---
failure: blocks-loop
expect:
  metrics:
    frozen_share: ">= 0.8"
grep:
  none: "what to_thread and run_in_executor(None, ...) run: one long call into C that computes?"
symptom: [frozen]
lint: []
corrects:
  - said: "asyncio.to_thread for work that keeps the processor busy"
    instead: "a process pool; to_thread for calls that wait"
---
"""

import asyncio
import time

KEY, MODULUS = 2**5500 - 3, 2**5500 - 1  # one signature takes about 0.3 s


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
    await sign_invoice(7)
    worked = time.perf_counter() - started
    await asyncio.sleep(0.01)  # the next beat notes the gap
    heart.cancel()
    await asyncio.wait([heart])
    print(f"metric frozen_share={max(gaps) / worked:.2f}")


# region snippet
def signature(digest: int) -> int:
    return pow(digest, KEY, MODULUS)  # one call, all of it in C


async def sign_invoice(digest: int) -> int:
    return await asyncio.to_thread(signature, digest)  # BUG: shares the loop's GIL


if __name__ == "__main__":
    asyncio.run(main())
# endregion
