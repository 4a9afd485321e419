r"""A file that fits into memory is written and read in one call each.

---
expect:
  stdout: |
    written: 12 characters
    lines: ['lamp', '  bulb']
requires: {packages: [aiofiles]}
---
"""

import asyncio

import aiofiles


# region snippet
async def write_catalogue(path: str, text: str) -> int:
    async with aiofiles.open(path, "w", encoding="utf-8") as catalogue:
        return await catalogue.write(text)


async def read_catalogue(path: str) -> list[str]:
    async with aiofiles.open(path, encoding="utf-8") as catalogue:
        return (await catalogue.read()).splitlines()


# endregion


async def main() -> None:
    count = await write_catalogue("catalogue.txt", "lamp\n  bulb\n")
    print(f"written: {count} characters")
    print("lines:", await read_catalogue("catalogue.txt"))


asyncio.run(main())
