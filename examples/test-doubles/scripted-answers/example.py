r"""A list as side_effect gives one answer a call; an exception in it is raised.

---
expect:
  stdout: |
    1 passed
---
"""

import asyncio
from collections.abc import Awaitable, Callable
from unittest.mock import AsyncMock, call


async def ask_twice(stock: Callable[[str], Awaitable[int]], sku: str) -> int:
    try:
        return await stock(sku)
    except TimeoutError:
        return await stock(sku)


# region snippet
async def test_a_timeout_is_tried_again() -> None:
    stock = AsyncMock(side_effect=[TimeoutError, 2])
    assert await ask_twice(stock, "lamp") == 2
    assert stock.await_args_list == [call("lamp"), call("lamp")]


# endregion


asyncio.run(test_a_timeout_is_tried_again())
print("1 passed")
