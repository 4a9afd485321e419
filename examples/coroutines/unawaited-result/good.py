r"""await hands over what the coroutine returns.

---
expect:
  stdout: |
    750
---
"""

import asyncio


async def fetch_product(sku: str) -> dict[str, int]:
    await asyncio.sleep(0)  # the catalogue service answers
    return {"cents": 250}


# region snippet
async def quote(sku: str, quantity: int) -> int:
    product = await fetch_product(sku)  # FIX: product is the result
    return product["cents"] * quantity


# endregion


print(asyncio.run(quote("mug", 3)))
