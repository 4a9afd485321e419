r"""An AsyncMock counts the call when it is made, also if nobody awaits it.

---
failure: warning
expect:
  stdout: |
    1 passed
  stderr: ["RuntimeWarning: coroutine 'AsyncMockMixin._execute_mock_call' was never awaited"]
symptom: [fails-in-suite]
grep:
  pattern: '\bAsyncMock\b[^\n]*\n([^\n]*\n){0,20}?[^\n]*\.assert_(called|any_call|has_calls)'
  multiline: true
innocent: "an assert_awaited* stands beside it, or the mock is of a plain method"
lint: []
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
    send.assert_called_once_with("order 7 is placed")  # BUG: called is not run


# endregion


try:
    asyncio.run(test_a_mail_is_sent())
except AssertionError as error:
    print("1 failed:", error)
else:
    print("1 passed")
