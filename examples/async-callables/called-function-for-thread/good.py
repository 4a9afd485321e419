r"""to_thread is given the function and its arguments, and calls it in a thread.

---
expect:
  stdout: |
    rendered in another thread
    label of order 7
---
"""

import asyncio
import threading


def render(order: str) -> str:
    thread = threading.current_thread()
    name = "MainThread" if thread is threading.main_thread() else "another thread"
    print("rendered in", name)
    return f"label of {order}"


# region snippet
async def print_label(order: str) -> None:
    label = await asyncio.to_thread(render, order)  # FIX: the thread calls it
    print(label)


# endregion


asyncio.run(print_label("order 7"))
