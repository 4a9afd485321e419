r"""assert_awaited_once_with fails when the call was never awaited.

---
expect:
  stdout: |
    1 failed: Expected mock to have been awaited once. Awaited 0 times.
  stderr: ["RuntimeWarning: coroutine 'AsyncMockMixin._execute_mock_call' was never awaited"]
---
"""

import asyncio
from unittest.mock import AsyncMock


# region snippet
async def place_order(order: str, send: AsyncMock) -> None:
    send(f"{order} is placed")  # the fault that the test should find: no await


async def test_a_mail_is_sent() -> None:
    send = AsyncMock()
    await place_order("order 7", send)
    send.assert_awaited_once_with("order 7 is placed")  # FIX: it ran


# endregion


try:
    asyncio.run(test_a_mail_is_sent())
except AssertionError as error:
    print("1 failed:", error)
else:
    print("1 passed")
