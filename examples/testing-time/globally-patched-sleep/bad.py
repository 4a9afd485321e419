r"""A patched asyncio.sleep is patched for every task; one that loops over it never yields.

---
failure: hang
expect:
  exit: timeout
  within: 0.5
  stdout: ["asking the supplier"]
symptom: [fails-in-suite, hang]
grep:
  - pattern: '\bpatch(\.object)?\(\s*["'']?[\w.]*\b(asyncio|anyio|trio)["'']?(\.|, ?["''])sleep\b'
    hits: ["    mocker.patch(\"orders.asyncio.sleep\", new=AsyncMock())", "@patch.object(asyncio, \"sleep\")"]
  - pattern: '\bsetattr\(\s*["'']?[\w.]*\b(asyncio|anyio|trio)["'']?(\.|, ?["''])sleep\b'
    hits: ["monkeypatch.setattr(asyncio, \"sleep\", no_sleep)", "monkeypatch.setattr(\"orders.asyncio.sleep\", no_sleep)"]
innocent: "the replacement suspends, and no other task of the test loops over sleep"
lint: []
---
"""

import asyncio
from unittest.mock import AsyncMock, patch


async def fetch_stock(tries: list[str]) -> str:
    print("asking the supplier", flush=True)
    return await asyncio.to_thread(tries.pop)


# region snippet
async def keep_alive() -> None:
    while True:
        await asyncio.sleep(30)  # then a ping


async def place_order(tries: list[str]) -> str:
    while (answer := await fetch_stock(tries)) != "in stock":
        await asyncio.sleep(60)
    return answer


async def test_the_second_try_succeeds() -> None:
    pinging = asyncio.create_task(keep_alive())  # the client of the service does
    with patch("asyncio.sleep", AsyncMock()):  # BUG: patches it for every task
        assert await place_order(["in stock", "busy"]) == "in stock"
    pinging.cancel()


# endregion


asyncio.run(test_the_second_try_succeeds())
print("1 passed")
