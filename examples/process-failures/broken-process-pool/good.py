r"""A broken pool is replaced, and the next job runs.

---
expect:
  stdout: |
    large: failed, BrokenProcessPool
    order 7: invoice drawn
---
"""

import asyncio
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def draw(order: str) -> str:
    if order == "large":
        os._exit(1)  # as the kernel ends a process that takes too much memory
    return "invoice drawn"


def new_pool() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, multiprocessing.get_context("forkserver"))


# region snippet
class Invoices:
    def __init__(self) -> None:
        self.pool = new_pool()

    async def invoice(self, order: str) -> str:
        loop, pool = asyncio.get_running_loop(), self.pool
        try:
            return await loop.run_in_executor(pool, draw, order)
        except BrokenProcessPool as error:
            if self.pool is pool:  # FIX: the first who notices replaces it
                self.pool = new_pool()
                await asyncio.to_thread(pool.shutdown)
            return f"failed, {type(error).__name__}"


async def main(invoices: Invoices) -> None:
    for order in ("large", "order 7"):
        print(f"{order}: {await invoices.invoice(order)}")


# endregion


if __name__ == "__main__":
    invoices = Invoices()
    asyncio.run(main(invoices))
    invoices.pool.shutdown()
