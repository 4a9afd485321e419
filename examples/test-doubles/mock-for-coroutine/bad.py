r"""A Mock returns a plain value where the code under test awaits.

---
failure: exception
expect:
  - {python: "<3.14", exit: 1, stderr: ["TypeError: object int can't be used in 'await' expression"]}
  - {python: ">=3.14", exit: 1, stderr: ["TypeError: 'int' object can't be awaited"]}
grep: {none: "Mock or MagicMock without spec= for an object whose methods are awaited; AsyncMock for one that has plain methods too"}
lint: []
---
"""

import asyncio
from unittest.mock import Mock


class Mail:
    def is_open(self) -> bool:
        return True

    async def send(self, text: str) -> int:
        return len(text)


async def announce(order: str, mail: Mail) -> int:
    return await mail.send(f"{order} is packed") if mail.is_open() else 0


# region snippet
async def test_an_order_is_announced() -> None:
    mail = Mock()  # BUG: send() returns a number, no awaitable
    mail.is_open.return_value = True
    mail.send.return_value = 1
    assert await announce("order 7", mail) == 1


# endregion


asyncio.run(test_an_order_is_announced())
print("1 passed")
