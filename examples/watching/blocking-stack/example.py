r"""A thread that watches the loop's turns prints where the loop is stuck, while it is.

---
expect:
  stdout:
    - "loop stuck at:"
    - "in load_rates"
    - "time.sleep(0.3)"
    - "order-7 priced"
---
"""

import asyncio
import sys
import threading
import time
import traceback


# region snippet
class LoopWatch:
    """Used as a context manager in the thread of the running loop."""

    def __init__(self, limit: float = 0.1) -> None:
        self.limit, self.turn, self.closed = limit, 0, threading.Event()
        self.loop, self.thread_id = asyncio.get_running_loop(), threading.get_ident()

    def __enter__(self) -> None:
        self.watcher = threading.Thread(target=self._watch, daemon=True)
        self.watcher.start()

    def __exit__(self, *error: object) -> None:
        self.closed.set()
        self.watcher.join()

    def _tick(self) -> None:
        self.turn += 1

    def _watch(self) -> None:
        while not self.closed.is_set():
            seen = self.turn
            self.loop.call_soon_threadsafe(self._tick)
            if not self.closed.wait(self.limit) and self.turn == seen:
                stack = traceback.format_stack(sys._current_frames()[self.thread_id])
                print("loop stuck at:", *stack[-2:], sep="\n")


# endregion


def load_rates() -> None:
    time.sleep(0.3)  # a blocking call, below the coroutine that makes it


async def main() -> None:
    with LoopWatch():
        await asyncio.sleep(0.02)
        load_rates()
    print("order-7 priced")


asyncio.run(main())
