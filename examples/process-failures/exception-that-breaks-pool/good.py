r"""The exception keeps its arguments, so that it can be made anew.

---
expect:
  stdout: |
    order 7: no address
    order 8: invoice drawn
---
"""

import asyncio
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


# region snippet
class OrderRefused(Exception):
    def __init__(self, order: str, reason: str) -> None:
        super().__init__(order, reason)  # FIX: both arguments

    def __str__(self) -> str:
        return ": ".join(self.args)


# endregion


def draw(order: str) -> str:
    if order == "order 7":
        raise OrderRefused(order, "no address")
    return f"{order}: invoice drawn"


async def invoice(order: str, pool: ProcessPoolExecutor) -> str:
    loop = asyncio.get_running_loop()
    try:
        return await loop.run_in_executor(pool, draw, order)
    except OrderRefused as error:
        return f"{error}"
    except BrokenProcessPool as error:
        return f"{order}: {type(error).__name__}"


async def main(pool: ProcessPoolExecutor) -> None:
    for order in ("order 7", "order 8"):
        print(await invoice(order, pool))


if __name__ == "__main__":
    context = multiprocessing.get_context("forkserver")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        asyncio.run(main(pool))
