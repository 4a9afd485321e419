r"""create_task needs a running loop, and a constructor is often called before there is one.

---
failure: exception
expect:
  exit: 1
  stderr:
    - "RuntimeError: no running event loop"
    - "RuntimeWarning: coroutine 'flush' was never awaited"
grep:
  - pattern: '^[ \t]+def __init__\([^\n]*\n(\s*\n|[ \t]+([^\sda@]|a[^s]|ass|asyncio|d[^e]|de[^f]|def\S)[^\n]*\n){0,20}?[ \t]+([^d\n]|d[^e\n]|de[^f\n])*\b(create_task|ensure_future|get_running_loop)\('
    multiline: true
    hits:
      - "    def __init__(self) -> None:\n        self.loop = asyncio.get_running_loop()\n"
  - pattern: '^\w+(: [^=\n]+)? = asyncio\.(create_task|ensure_future|get_running_loop)\('
    hits:
      - "ticker = asyncio.create_task(tick())"
innocent: "the object is made inside coroutines only"
lint: []
---
"""

import asyncio


async def flush(lines: asyncio.Queue[str]) -> None:
    while True:
        print("written:", await lines.get())
        lines.task_done()


# region snippet
class AuditLog:
    def __init__(self) -> None:
        self.lines: asyncio.Queue[str] = asyncio.Queue()
        self.flusher = asyncio.create_task(flush(self.lines))  # BUG: no loop yet


audit = AuditLog()


async def main() -> None:
    audit.lines.put_nowait("order-7 paid")
    await audit.lines.join()


# endregion


asyncio.run(main())
