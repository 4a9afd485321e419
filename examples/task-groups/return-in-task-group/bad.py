r"""A return in the block of a task group waits for every child, and hears their failures.

---
failure: exception
expect:
  exit: 1
  stderr: ["ExceptionGroup: unhandled errors in a TaskGroup", "ConnectionError: oslo down"]
grep:
  - pattern: '^    async with [^\n]*TaskGroup\([^\n]*\n(( {8}[^\n]*)?\n)*? {8}[ ]*return\b'
    multiline: true
  - pattern: '^        async with [^\n]*TaskGroup\([^\n]*\n(( {12}[^\n]*)?\n)*? {12}[ ]*return\b'
    multiline: true
    hits:
      - "        async with asyncio.TaskGroup() as group:\n            group.create_task(self.log())\n            return self.price\n"
innocent: "the children are to end first, and their failures count; or the return is in a nested def"
lint: [flake8-async:ASYNC121]
---
"""

import asyncio

TURNS = {"lyon": 1, "oslo": 20}  # to an answer


async def fetch(mirror: str) -> str:
    for _ in range(TURNS[mirror]):
        await asyncio.sleep(0)
    if mirror == "oslo":
        raise ConnectionError("oslo down")
    return f"rates from {mirror}"


# region snippet
async def fetch_rates(mirrors: list[str]) -> str:
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(fetch(mirror)) for mirror in mirrors]
        return await next(asyncio.as_completed(tasks))  # BUG: waits for all


# endregion


print(asyncio.run(fetch_rates(["lyon", "oslo"])))
