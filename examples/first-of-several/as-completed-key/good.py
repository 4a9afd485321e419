r"""asyncio.wait gives back the tasks that it was given.

---
expect:
  stdout: |
    market: 42
---
"""

import asyncio


async def ask_price(shop: str) -> int:
    await asyncio.sleep(0)
    return 42


# region snippet
async def compare(shops: list[str]) -> None:
    asking = {asyncio.create_task(ask_price(shop)): shop for shop in shops}
    pending = set(asking)
    while pending:
        done, pending = await asyncio.wait(  # FIX: done holds the keys themselves
            pending,
            return_when=asyncio.FIRST_COMPLETED,
        )
        for task in done:
            print(f"{asking[task]}: {await task}")


# endregion


asyncio.run(compare(["market"]))
