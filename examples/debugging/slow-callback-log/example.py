r"""Debug mode logs every step of a task that holds the loop for too long.

---
expect:
  stdout: |
    order-7 priced
  stderr:
    - "Executing <Task finished name='price order-7' coro=<price_order() done"
    - "> took"
---
"""

import asyncio
import time


def load_rates() -> None:
    time.sleep(0.15)  # a blocking call, below the coroutine that makes it


# region snippet
async def price_order(order: str) -> None:
    await asyncio.sleep(0)  # reads the order
    load_rates()
    print(f"{order} priced")


async def main() -> None:
    asyncio.get_running_loop().slow_callback_duration = 0.05  # seconds; default 0.1
    pricing = asyncio.create_task(price_order("order-7"), name="price order-7")
    await pricing


asyncio.run(main(), debug=True)  # or PYTHONASYNCIODEBUG=1, or python -X dev
# endregion
