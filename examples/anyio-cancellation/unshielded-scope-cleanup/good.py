r"""A shielded scope lets the clean-up run to its end.

---
expect:
  stdout: |
    lent: 0
requires: {packages: [anyio]}
---
"""

import anyio


# region snippet
class Pool:
    lent = 0

    async def acquire(self) -> None:
        self.lent += 1

    async def release(self) -> None:
        await anyio.sleep(0)  # says good-bye to the server
        self.lent -= 1


async def report(pool: Pool) -> None:
    await pool.acquire()
    try:
        await anyio.sleep(60)
    finally:
        with anyio.CancelScope(shield=True):  # FIX: keeps the cancellation out
            await pool.release()


async def main() -> None:
    pool = Pool()
    with anyio.move_on_after(0.01):
        await report(pool)
    print("lent:", pool.lent)


# endregion

anyio.run(main)
