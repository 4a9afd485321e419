r"""An async __init__ returns a coroutine, and the class refuses it.

---
failure: exception
expect:
  exit: 1
  stderr:
    - "TypeError: __init__() should return None, not 'coroutine'"
    - "RuntimeWarning: coroutine 'StockClient.__init__' was never awaited"
grep:
  pattern: 'async def __(init|post_init|new|del|str|repr|len|bool|eq|contains|enter|exit|iter|next|setitem|delitem|hash)__\('
  hits: ["    async def __len__(self) -> int:"]
innocent: "never, outside of tests"
lint: [mypy:misc]
---
"""

import asyncio


async def log_in(host: str) -> str:
    await asyncio.sleep(0)  # the stock service answers
    return f"session at {host}"


# region snippet
class StockClient:
    async def __init__(self, host: str) -> None:  # BUG: nobody awaits it
        self.session = await log_in(host)


async def main() -> None:
    client = StockClient("stock-1")
    print(client.session)


# endregion


asyncio.run(main())
