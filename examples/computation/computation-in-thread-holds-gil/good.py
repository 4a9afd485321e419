r"""Another process has a GIL of its own.

---
expect:
  metrics:
    frozen_share: "<= 0.4"
---
"""

import asyncio
import time
from concurrent.futures import ProcessPoolExecutor

KEY, MODULUS = 2**5500 - 3, 2**5500 - 1  # one signature takes about 0.3 s


async def heartbeat(gaps: list[float]) -> None:
    while True:
        before = time.perf_counter()
        await asyncio.sleep(0.005)
        gaps.append(time.perf_counter() - before)


async def main(pool: ProcessPoolExecutor) -> None:
    await sign_invoice(0, pool)  # the pool starts its process
    gaps: list[float] = []
    heart = asyncio.create_task(heartbeat(gaps))
    await asyncio.sleep(0)  # the heart begins to beat
    started = time.perf_counter()
    await sign_invoice(7, pool)
    worked = time.perf_counter() - started
    await asyncio.sleep(0.01)  # the next beat notes the gap
    heart.cancel()
    await asyncio.wait([heart])
    print(f"metric frozen_share={max(gaps) / worked:.2f}")


# region snippet
def signature(digest: int) -> int:
    return pow(digest, KEY, MODULUS)  # one call, all of it in C


async def sign_invoice(digest: int, pool: ProcessPoolExecutor) -> int:
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(pool, signature, digest)  # FIX: a GIL of its own


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as pool:
        asyncio.run(main(pool))
# endregion
