r"""The job returns its result, and the loop's own process puts it.

---
expect:
  stdout: |
    drawn: 1
---
"""

import asyncio
from concurrent.futures import ProcessPoolExecutor


# region snippet
def draw(order: str) -> str:
    return f"invoice of {order}"


async def main(pool: ProcessPoolExecutor) -> None:
    drawn: asyncio.Queue[str] = asyncio.Queue()
    loop = asyncio.get_running_loop()
    drawn.put_nowait(await loop.run_in_executor(pool, draw, "order 7"))  # FIX: result
    print("drawn:", drawn.qsize())


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as pool:
        asyncio.run(main(pool))
# endregion
