r"""Debug mode shows where a coroutine or a task was made, not only where it was lost.

---
expect:
  stdout: |
    order-7 taken
  stderr:
    - "RuntimeWarning: coroutine 'send_receipt' was never awaited"
    - "Coroutine created at (most recent call last)"
    - "pending.append(send_receipt(order))"
lint: [ruff:RUF029, flake8-async:ASYNC124]
---
"""

import asyncio
import gc

pending: list[object] = []


# region snippet
async def send_receipt(order: str) -> None:
    print("receipt of", order)


async def take(order: str) -> None:
    pending.append(send_receipt(order))  # made here
    print(order, "taken")


async def main() -> None:
    await take("order-7")
    pending.clear()  # lost there: without debug mode the warning names this line
    gc.collect()


asyncio.run(main(), debug=True)
# endregion
