r"""A sleep that is passed in is replaced for the code under test alone.

---
expect:
  stdout: |
    asking the supplier
    asking the supplier
    1 passed
---
"""

import asyncio
from collections.abc import Awaitable, Callable
from unittest.mock import AsyncMock


async def fetch_stock(tries: list[str]) -> str:
    print("asking the supplier", flush=True)
    return await asyncio.to_thread(tries.pop)


# region snippet
async def keep_alive() -> None:
    while True:
        await asyncio.sleep(30)  # then a ping


Sleep = Callable[[float], Awaitable[None]]


async def place_order(tries: list[str], sleep: Sleep = asyncio.sleep) -> str:
    while (answer := await fetch_stock(tries)) != "in stock":
        await sleep(60)
    return answer


async def test_the_second_try_succeeds() -> None:
    pinging = asyncio.create_task(keep_alive())  # the client of the service does
    sleep = AsyncMock()  # FIX: replaces it for the code under test alone
    assert await place_order(["in stock", "busy"], sleep) == "in stock"
    sleep.assert_awaited_once_with(60)
    pinging.cancel()


# endregion


asyncio.run(test_the_second_try_succeeds())
print("1 passed")
