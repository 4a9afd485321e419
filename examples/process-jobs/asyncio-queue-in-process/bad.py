r"""An asyncio queue handed to a process is a copy there.

---
failure: silent
expect:
  stdout: |
    drawn: 0
symptom: [lost-work, hang]
grep:
  none: "an asyncio.Queue, Lock, Event or Semaphore, or an object that holds one, among the arguments of a process pool"
lint: []
---
"""

import asyncio
from concurrent.futures import ProcessPoolExecutor


# region snippet
def draw(order: str, drawn: "asyncio.Queue[str]") -> None:
    drawn.put_nowait(f"invoice of {order}")


async def main(pool: ProcessPoolExecutor) -> None:
    drawn: asyncio.Queue[str] = asyncio.Queue()
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(pool, draw, "order 7", drawn)  # BUG: pickles a copy
    print("drawn:", drawn.qsize())


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as pool:
        asyncio.run(main(pool))
# endregion
