r"""lru_cache on an async function keeps the coroutine, which runs once.

---
failure: exception
expect:
  exit: 1
  stdout: |
    lamp: 30
  stderr: ["RuntimeError: cannot reuse already awaited coroutine"]
grep:
  pattern: '^[ \t]*@(functools\.)?(lru_cache|cache|cached_property)\b[^\n]*\n([ \t]*@[^\n]*\n)*[ \t]*async def '
  multiline: true
  hits: ["    @cached_property\n    async def settings(self) -> dict[str, str]:\n"]
innocent: "the decorator is of a package that caches results, such as cashews' `cache`"
symptom: [works-once]
lint: []
marks:
  - pattern: '^[ \t]*@[\w.]*(lru_cache|cached_property|cache)\b[^\n]*\n([^\n]*\n){0,8}?[^\n]*(create_task\(|ensure_future\(|Future\(|Queue\(|Lock\(|Event\(|[cC]onnect\w*\(|Client\(|[sS]ession\(|[pP]ool\(|async def|_event_loop\(|_running_loop\()'
    multiline: true
    ask: "does it keep a coroutine, a task, a connection, or something of one loop?"
---
"""

import asyncio
import functools

PRICES = {"lamp": 30}


async def fetch_price(sku: str) -> int:
    await asyncio.sleep(0)  # the catalogue answers
    return PRICES[sku]


# region snippet
@functools.lru_cache  # BUG: keeps the coroutine, not the price
async def price(sku: str) -> int:
    return await fetch_price(sku)


async def main() -> None:
    print("lamp:", await price("lamp"))
    print("lamp:", await price("lamp"))


# endregion


asyncio.run(main())
