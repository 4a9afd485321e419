r"""A function that takes a limit applies it to all that it awaits.

---
expect:
  stdout: |
    the archive is slow, the invoice comes by mail
---
"""

import asyncio

LIMIT = 0.02  # seconds the caller grants


async def read_archive(number: str) -> str:
    await asyncio.sleep(5 * LIMIT)
    return f"invoice {number}"


# region snippet
async def find_invoice(number: str, timeout: float) -> str:
    async with asyncio.timeout(timeout):  # FIX: the limit holds for the read
        return await read_archive(number)


async def main() -> None:
    try:
        print(await find_invoice("A-17", timeout=LIMIT))
    except TimeoutError:
        print("the archive is slow, the invoice comes by mail")


# endregion


asyncio.run(main())
