r"""Without await the caller holds the coroutine, not its result.

---
failure: exception
expect:
  exit: 1
  stderr:
    - "TypeError: 'coroutine' object is not subscriptable"
    - "RuntimeWarning: coroutine 'fetch_product' was never awaited"
grep:
  - pattern: '^[^#\n]*(=|\breturn) (\w+\.)*fetch_\w+\('
    multiline: true
    hits:
      - "return self.client.fetch_product(sku)"
      - "name = self.fetch_user(number).name"
  - pattern: '(^|[^.\w]|self\.)fetch_\w+\([^()\n]*\)[.\[]'
    hits:
      - "print(fetch_product(sku)[\"cents\"])"
innocent: "a plain method, or the coroutine is awaited or made a task below"
lint: []
---
"""

import asyncio


async def fetch_product(sku: str) -> dict[str, int]:
    await asyncio.sleep(0)  # the catalogue service answers
    return {"cents": 250}


# region snippet
async def quote(sku: str, quantity: int) -> int:
    product = fetch_product(sku)  # BUG: product is the coroutine
    return product["cents"] * quantity


# endregion


print(asyncio.run(quote("mug", 3)))
