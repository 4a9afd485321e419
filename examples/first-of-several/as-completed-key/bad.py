r"""A plain loop over as_completed gives coroutines, not the tasks that it was given.

---
failure: exception
expect:
  - python: "<3.13"
    exit: 1
    stderr: ["KeyError: <coroutine object as_completed.<locals>._wait_for_one"]
  - python: ">=3.13"
    exit: 1
    stderr: ["KeyError: <coroutine object _AsCompletedIterator._wait_for_one"]
grep:
  pattern: '^[ \t]*for (\w+) in (asyncio\.)?as_completed\([^\n]*\n([ \t]+[^\n]*\n){0,5}?[^\n]*(\[(future|fut|task|coro|done|earliest|each|f|t)\]|\.pop\((future|fut|task|coro|done|f|t)\)|\b(future|fut|task|coro|done|f|t)\.(result|exception|get_name|cancelled)\()'
  multiline: true
  hits:
    - "    for fut in asyncio.as_completed(futures):\n        url = futures[fut]\n"
    - "    for task in asyncio.as_completed(tasks):\n        print(task.get_name(), task.result())\n"
innocent: "it is concurrent.futures.as_completed, or the name is bound again in the loop"
lint: [mypy:index, pyright:reportArgumentType]
---
"""

import asyncio


async def ask_price(shop: str) -> int:
    await asyncio.sleep(0)
    return 42


# region snippet
async def compare(shops: list[str]) -> None:
    asking = {asyncio.create_task(ask_price(shop)): shop for shop in shops}
    for task in asyncio.as_completed(asking):
        print(f"{asking[task]}: {await task}")  # BUG: task is none of the keys


# endregion


asyncio.run(compare(["market"]))
