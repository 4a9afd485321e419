r"""A forked worker keeps the context of the request whose job started it.

---
failure: silent
expect:
  stdout: |
    invoice 7: signed by alice
    invoice 8: signed by alice
requires: {platform: posix}
symptom: [wrong-data, unsafe]
grep:
  none: "a context variable that a job of a process pool, or what the job calls, reads"
lint: []
---
"""

import asyncio
import contextvars
import multiprocessing
from concurrent.futures import ProcessPoolExecutor

user: contextvars.ContextVar[str] = contextvars.ContextVar("user", default="nobody")


# region snippet
def sign(invoice: str) -> str:
    return f"{invoice}: signed by {user.get()}"


async def post(invoice: str, pool: ProcessPoolExecutor) -> None:
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(pool, sign, invoice))  # BUG: no context


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
