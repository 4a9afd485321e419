r"""A lock taken out of its dict while others wait on it splits the callers in two.

---
failure: silent
symptom: [wrong-data]
expect:
  stdout: |
    at once in one document: 2
grep: '(?i)(\bdel [\w.]*locks?\[|\b\w*locks\.pop\()'
innocent: "nobody can hold or wait for the lock any more, as after the end of its owner"
lint: []
---
"""

import asyncio

inside = most = 0


async def write(document: str) -> None:
    global inside, most
    inside += 1
    most = max(most, inside)
    await asyncio.sleep(0.001)  # the disk
    inside -= 1


# region snippet
locks: dict[str, asyncio.Lock] = {}


async def edit(document: str) -> None:
    lock = locks.setdefault(document, asyncio.Lock())
    async with lock:
        await write(document)
    locks.pop(document, None)  # BUG: others hold or await it still


async def main() -> None:
    first, second = (asyncio.create_task(edit("plan")) for _ in range(2))
    await first
    await asyncio.gather(second, edit("plan"))
    print("at once in one document:", most)


# endregion


asyncio.run(main())
