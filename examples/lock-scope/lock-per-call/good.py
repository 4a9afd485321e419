r"""One lock that all calls share keeps them apart.

---
expect:
  stdout: |
    next number: 4
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
numbers = asyncio.Lock()  # FIX: one, shared by all calls


async def draw_number() -> int:
    async with numbers:
        number = await load("invoice")
        await save("invoice", number + 1)
    return number


async def main() -> None:
    await asyncio.gather(*(draw_number() for _ in range(3)))
    print("next number:", stored["invoice"])


# endregion


asyncio.run(main())
