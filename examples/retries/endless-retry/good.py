r"""A bounded number of attempts, the last of which raises its failure.

---
expect:
  stdout: |
    opening the shop
    not opened: no such database
---
"""

import asyncio


async def connect() -> str:
    raise ConnectionRefusedError("no such database")


# region snippet
async def connected() -> str:
    for attempt in range(1, 6):  # FIX: five attempts, the last one raises
        try:
            return await connect()
        except ConnectionError:
            if attempt == 5:
                raise
            await asyncio.sleep(0.001)
    raise AssertionError


async def main() -> None:
    print("opening the shop")
    try:
        print(await connected())
    except ConnectionError as failure:
        print("not opened:", failure)


# endregion


asyncio.run(main())
