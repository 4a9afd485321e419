r"""A function that is called in the argument runs in the loop, before the thread.

---
failure: exception
expect:
  exit: 1
  stdout: |
    rendered in MainThread
  stderr: ["TypeError: 'str' object is not callable"]
grep:
  - pattern: '\b(to_thread|run_in_threadpool|run_in_executor)\(([^,()\n]+, ?)?([\w.]*([^l\W]|[^a\W]l|[^i\W]al))\([^()\n]*\)\)'
    multiline: true
    hits:
      - "await loop.run_in_executor(None, render(order))"
innocent: "the call returns a function: partial(...), a factory"
lint: [mypy:arg-type, mypy:var-annotated, pyright:reportArgumentType, pyright:reportCallIssue]
---
"""

import asyncio
import threading


def render(order: str) -> str:
    thread = threading.current_thread()
    name = "MainThread" if thread is threading.main_thread() else "another thread"
    print("rendered in", name)
    return f"label of {order}"


# region snippet
async def print_label(order: str) -> None:
    label = await asyncio.to_thread(render(order))  # BUG: renders here
    print(label)


# endregion


asyncio.run(print_label("order 7"))
