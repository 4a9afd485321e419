r"""In a cancelled scope of anyio or trio every await raises, those of the clean-up too.

---
failure: leak
expect:
  stdout: |
    lent: 1
requires: {packages: [anyio]}
symptom: [leak, late-cleanup]
grep: {none: "an await under finally or except BaseException, in code that anyio or trio may cancel; the body of a StreamingResponse is such code"}
lint: [flake8-async:ASYNC102]
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
        await pool.release()  # BUG: raises at its first await


async def main() -> None:
    pool = Pool()
    with anyio.move_on_after(0.01):
        await report(pool)
    print("lent:", pool.lent)


# endregion

anyio.run(main)
