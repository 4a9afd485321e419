r"""The loop's exception handler hears of failures that nobody awaits.

---
expect:
  stdout: |
    Task exception was never retrieved: sync stock: ConnectionError('warehouse is down')
    Exception in callback: ZeroDivisionError('division by zero')
    awaited: ConnectionError('warehouse is down')
lint: [ruff:RUF029]
---
"""

import asyncio
import gc
from typing import Any


async def sync_stock() -> None:
    raise ConnectionError("warehouse is down")


# region snippet
def report(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    what = context["message"].partition(" <")[0].partition(" main")[0]
    task = context.get("task") or context.get("future")
    name = f" {task.get_name()}:" if isinstance(task, asyncio.Task) else ""
    print(f"{what}:{name} {context.get('exception')!r}")


async def main() -> None:
    asyncio.get_running_loop().set_exception_handler(report)
    lost = asyncio.create_task(sync_stock(), name="sync stock")
    await asyncio.sleep(0)
    del lost  # the handler hears of it now, not when the task failed
    gc.collect()
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    kept = asyncio.create_task(sync_stock(), name="sync stock")
    await asyncio.wait([kept])  # kept and asked: the handler hears nothing
    print(f"awaited: {kept.exception()!r}")


# endregion


asyncio.run(main())
