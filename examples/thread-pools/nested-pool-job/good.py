r"""A job calls what it needs in its own thread.

---
expect:
  stdout: |
    both invoices begun
    ['lamp: 40', 'chair: 90']
---
"""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

both = threading.Barrier(2, action=lambda: print("both invoices begun"))


# region snippet
def price(sku: str) -> int:
    return {"lamp": 40, "chair": 90}[sku]


def draw_invoice(sku: str) -> str:
    both.wait()  # under load: every worker has an invoice
    total = price(sku)  # FIX: this thread is a worker already
    return f"{sku}: {total}"


async def main(pool: ThreadPoolExecutor) -> None:
    loop = asyncio.get_running_loop()
    jobs = [loop.run_in_executor(pool, draw_invoice, s) for s in ("lamp", "chair")]
    print(await asyncio.gather(*jobs))


with ThreadPoolExecutor(max_workers=2) as pool:
    asyncio.run(main(pool))
# endregion
