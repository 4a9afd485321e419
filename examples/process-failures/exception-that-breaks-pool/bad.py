r"""An exception whose arguments do not fit its __init__ breaks the process pool.

---
failure: silent
expect:
  stdout: |
    order 7: BrokenProcessPool
    order 8: BrokenProcessPool
symptom: [works-once]
grep:
  pattern: '(Error|Exception)\):\n([^\n]*\n){0,9}?[ \t]+def __init__\(\s*self(\)|(,\s*(\*,\s*)?\w[^,)=]*){2}[,)])([^\n]*\n){1,9}?[ \t]+super\(\)\.__init__\(\s*(f?["'']|\w+\))'
  multiline: true
  hits:
    - "class ShopClosed(Exception):\n    def __init__(self):\n        super().__init__(\"the shop is closed\")\n"
    - "class Refused(AppError):\n    def __init__(self, text: str, *, order: Order) -> None:\n        self.order = order\n        super().__init__(text)\n"
innocent: "the class has __reduce__, or its exceptions stay in one process and nobody copies them"
lint: []
---
"""

import asyncio
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


# region snippet
class OrderRefused(Exception):
    def __init__(self, order: str, reason: str) -> None:
        super().__init__(f"{order}: {reason}")  # BUG: one argument


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
