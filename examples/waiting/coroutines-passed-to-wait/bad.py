r"""asyncio.wait takes tasks; a coroutine among them is refused.

---
failure: exception
expect:
  exit: 1
  stderr: ["TypeError: Passing coroutines is forbidden, use tasks explicitly."]
grep:
  - '\basyncio\.wait\(\s*[\[{(]\s*((self|client|session|service|db)\.)?\w+\('
  - pattern: '\basyncio\.wait\(\s*\w*coro'
    hits: ["    await asyncio.wait(coros, timeout=5)"]
innocent: "the called function returns tasks or futures"
lint: [mypy:type-var, pyright:reportArgumentType]
---
"""

import asyncio


async def warm_up(cache: str) -> str:
    return f"{cache} warm"


# region snippet
async def main() -> None:
    caches = ["prices", "stock"]
    done, _ = await asyncio.wait([warm_up(each) for each in caches])  # BUG: no tasks
    print(*sorted(task.result() for task in done), sep="\n")


# endregion


asyncio.run(main())
