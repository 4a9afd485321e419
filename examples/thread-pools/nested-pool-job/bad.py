r"""A job that waits for a second job of its own pool hangs when the pool is full.

---
failure: hang
expect:
  exit: timeout
  within: 0.5
  stdout: |
    both invoices begun
symptom: [slow-under-load]
grep:
  none: "submit(...).result(), map and run_coroutine_threadsafe(...).result() in functions that a pool runs"
lint: []
---
"""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

both = threading.Barrier(2, action=lambda: print("both invoices begun"))


# region snippet
def price(sku: str) -> int:
    return {"lamp": 40, "chair": 90}[sku]


def draw_invoice(sku: str, pool: ThreadPoolExecutor) -> str:
    both.wait()  # under load: every worker has an invoice
    total = pool.submit(price, sku).result()  # BUG: needs a second worker
    return f"{sku}: {total}"


async def main(pool: ThreadPoolExecutor) -> None:
    loop = asyncio.get_running_loop()
    jobs = [
        loop.run_in_executor(pool, draw_invoice, s, pool) for s in ("lamp", "chair")
    ]
    print(await asyncio.gather(*jobs))


with ThreadPoolExecutor(max_workers=2) as pool:
    asyncio.run(main(pool))
# endregion
