r"""The job takes the value as an argument.

---
expect:
  stdout: |
    invoice 7: signed by alice
    invoice 8: signed by bob
requires: {platform: posix}
---
"""

import asyncio
import contextvars
import multiprocessing
from concurrent.futures import ProcessPoolExecutor

user: contextvars.ContextVar[str] = contextvars.ContextVar("user", default="nobody")


# region snippet
def sign(invoice: str, name: str) -> str:
    return f"{invoice}: signed by {name}"


async def post(invoice: str, pool: ProcessPoolExecutor) -> None:
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(pool, sign, invoice, user.get()))  # FIX: argument


# endregion


async def handle(name: str, invoice: str, pool: ProcessPoolExecutor) -> None:
    user.set(name)
    await post(invoice, pool)


async def main(pool: ProcessPoolExecutor) -> None:
    await asyncio.create_task(handle("alice", "invoice 7", pool))
    await asyncio.create_task(handle("bob", "invoice 8", pool))


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")  # the default on Linux up to 3.13
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        asyncio.run(main(pool))
