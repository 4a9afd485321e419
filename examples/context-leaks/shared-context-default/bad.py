r"""A mutable default of a context variable is one object for all tasks.

---
failure: silent
expect:
  stdout: |
    order 7: ['lamp is sold out']
    order 8: ['lamp is sold out']
symptom: [wrong-data, memory]
grep: '\bContextVar(\[[^\n]*\])?\([^\n]*default=(\[|\{|(list|dict|set|deque|defaultdict|[A-Z]\w*)\()'
innocent: "the default is immutable, or nobody changes it"
lint: []
---
"""

import asyncio

# region snippet
import contextvars

warnings = contextvars.ContextVar[list[str]]("warnings", default=[])  # BUG: one list


async def order(name: str, sku: str) -> None:
    if sku == "lamp":
        warnings.get().append("lamp is sold out")
    print(f"{name}: {warnings.get()}")


async def main() -> None:
    await asyncio.create_task(order("order 7", "lamp"))
    await asyncio.create_task(order("order 8", "chair"))


# endregion


asyncio.run(main())
