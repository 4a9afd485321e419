r"""Each request sets a new list of its own.

---
expect:
  stdout: |
    order 7: ['lamp is sold out']
    order 8: []
---
"""

import asyncio

# region snippet
import contextvars

warnings = contextvars.ContextVar[list[str]]("warnings")  # FIX: no default


async def order(name: str, sku: str) -> None:
    warnings.set([])
    if sku == "lamp":
        warnings.get().append("lamp is sold out")
    print(f"{name}: {warnings.get()}")


async def main() -> None:
    await asyncio.create_task(order("order 7", "lamp"))
    await asyncio.create_task(order("order 8", "chair"))


# endregion


asyncio.run(main())
