r"""A coroutine function in a process pool returns a coroutine, which cannot travel.

---
failure: exception
expect:
  exit: 1
  stderr: ["TypeError: cannot pickle 'coroutine' object"]
grep:
  none: "run_in_executor and submit with a process pool: is the function an async def, or a lambda around one?"
lint: []
---
"""

import asyncio
from concurrent.futures import ProcessPoolExecutor


# region snippet
async def count(lines: list[str]) -> int:
    await asyncio.sleep(0)  # a library that has only coroutines
    return len(lines)


async def main(pool: ProcessPoolExecutor) -> None:
    loop = asyncio.get_running_loop()
    lines = ["lamp", "chair"]
    print(await loop.run_in_executor(pool, count, lines))  # BUG: only makes it


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as pool:
        asyncio.run(main(pool))
# endregion
