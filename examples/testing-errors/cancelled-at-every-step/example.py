r"""A test that cancels at each suspension in turn covers every way out.

---
expect:
  stdout: |
    cancelled at 3 points, finished at the next
---
"""

import asyncio


# region snippet
class Pool:
    lent = 0

    async def acquire(self) -> None:
        await asyncio.sleep(0)
        self.lent += 1

    async def release(self) -> None:
        self.lent -= 1


async def export(pool: Pool) -> None:
    await pool.acquire()
    try:
        await asyncio.sleep(0)  # reads the orders
        await asyncio.sleep(0)  # writes them
    finally:
        await pool.release()


async def test_export_gives_back_its_connection() -> int:
    for steps in range(1, 100):  # from 1: with 0 the coroutine never starts
        pool = Pool()
        exporting = asyncio.create_task(export(pool))
        for _ in range(steps):
            await asyncio.sleep(0)
        exporting.cancel()
        await asyncio.wait([exporting])
        assert pool.lent == 0, f"cancelled at step {steps}: {pool.lent} lent"
        if not exporting.cancelled():
            exporting.result()
            return steps - 1
    raise AssertionError("not done after 100 steps")


# endregion

points = asyncio.run(test_export_gives_back_its_connection())
print(f"cancelled at {points} points, finished at the next")
