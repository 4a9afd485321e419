r"""A mock made from the class has coroutine methods where the class has them.

---
expect:
  stdout: |
    1 passed
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
    mail = Mock(spec=Mail)  # FIX: async methods become AsyncMock
    mail.is_open.return_value = True
    mail.send.return_value = 1
    assert await announce("order 7", mail) == 1


# endregion


asyncio.run(test_an_order_is_announced())
print("1 passed")
