r"""A process forked beside a thread inherits the locks that the thread holds.

---
failure: hang
expect:
  exit: timeout
  within: 1.0
  stdout: |
    the thread reads prices
requires: {platform: posix}
symptom: [hang, slow-under-load]
grep: '\bget_context\(\s*["'']fork["'']|\bset_start_method\(\s*["'']fork["'']|\bos\.fork\(\)'
innocent: "it runs before the first thread, the first to_thread included"
lint: []
---
"""

# region snippet
import asyncio
import multiprocessing
import threading
from concurrent.futures import ProcessPoolExecutor

prices = threading.Lock()
begun, written = threading.Event(), threading.Event()


def read_prices() -> None:
    with prices:
        print("the thread reads prices")
        begun.set()
        written.wait()


def draw_invoice(order: str) -> str:
    with prices:
        return f"invoice of {order}"


async def main(pool: ProcessPoolExecutor) -> None:
    reading = asyncio.create_task(asyncio.to_thread(read_prices))
    await asyncio.to_thread(begun.wait)
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(pool, draw_invoice, "order 7"))
    written.set()
    await reading


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")  # BUG: copies a locked lock
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        asyncio.run(main(pool))
# endregion
