r"""A created task begins when its creator next suspends, not before.

---
expect:
  stdout: |
    created
    free lock taken
    last line before the suspension
    receipt: begins
    creator goes on
    receipt: ends
    receipt sent
---
"""

import asyncio


async def send_receipt() -> str:
    print("receipt: begins")
    await asyncio.sleep(0)
    print("receipt: ends")
    return "receipt sent"


# region snippet
async def main() -> None:
    receipt = asyncio.create_task(send_receipt())
    print("created")
    async with asyncio.Lock():  # a free lock: this await does not suspend
        print("free lock taken")
    print("last line before the suspension")
    await asyncio.sleep(0)
    print("creator goes on")
    print(await receipt)


# endregion


asyncio.run(main())
