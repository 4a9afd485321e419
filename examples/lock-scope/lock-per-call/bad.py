r"""A lock that each call makes for itself keeps nobody out.

---
failure: silent
symptom: [wrong-data]
expect:
  stdout: |
    next number: 2
grep:
  - pattern: '^[ \t]+\w+[ \t]*(:[^=\n]+)?=[ \t]*asyncio\.Lock\(\)[^\n]*\n(\s*\n|[ \t]+([^\sdar@]|a[^s]|ass|asyncio|async [fw]|d[^e]|de[^f]|def\S|r[^e])[^\n]*\n){0,8}?[ \t]+async with\b'
    multiline: true
  - pattern: 'async with asyncio\.Lock\(\)'
    hits:
      - "    async with asyncio.Lock():"
innocent: "handed to tasks that this same call starts; a class attribute or dataclass field"
lint: []
---
"""

import asyncio

stored = {"invoice": 1}


async def load(name: str) -> int:
    await asyncio.sleep(0)  # the database's answer
    return stored[name]


async def save(name: str, value: int) -> None:
    await asyncio.sleep(0)  # the database's answer
    stored[name] = value


# region snippet
async def draw_number() -> int:
    numbers = asyncio.Lock()  # BUG: each call has its own
    async with numbers:
        number = await load("invoice")
        await save("invoice", number + 1)
    return number


async def main() -> None:
    await asyncio.gather(*(draw_number() for _ in range(3)))
    print("next number:", stored["invoice"])


# endregion


asyncio.run(main())
