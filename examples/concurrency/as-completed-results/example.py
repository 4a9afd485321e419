r"""as_completed hands out each result as it comes; the result says whose it is.

---
expect:
  stdout: |
    harbour: 42
    market: ConnectionError('no answer')
    station: 45
---
"""

import asyncio


async def ask_price(shop: str) -> int:
    for _ in range({"harbour": 1, "market": 2, "station": 3}[shop]):
        await asyncio.sleep(0)  # the shop needs its time
    if shop == "market":
        raise ConnectionError("no answer")
    return 42 if shop == "harbour" else 45


# region snippet
async def named_price(shop: str) -> tuple[str, int | ConnectionError]:
    try:
        return shop, await ask_price(shop)
    except ConnectionError as failure:
        return shop, failure


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        shops = ["station", "market", "harbour"]
        tasks = [group.create_task(named_price(shop)) for shop in shops]
        for earliest in asyncio.as_completed(tasks):
            shop, price = await earliest
            print(f"{shop}: {price!r}")


# endregion


asyncio.run(main())
