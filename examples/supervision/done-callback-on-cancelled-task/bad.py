r"""task.exception() raises CancelledError in a done callback of a cancelled task.

---
failure: warning
symptom: [lost-error, memory]
expect:
  stdout: |
    under way: 1
  stderr: ["Exception in callback report", "asyncio.exceptions.CancelledError"]
grep:
  - pattern: 'def \w+\(\s*(self,\s*)?(\w+: [^)\n]*(Task|Future)\b[^)\n]*|task|t|fut|future)\)[^\n]*:[^\n]*\n\s+(if |\w+ = |if \w+ := |if \(\w+ := )?\w+\.(exception|result)\(\)'
    multiline: true
    hits: ["def _on_done(task):\n    exc = task.exception()\n"]
  - pattern: '\.add_done_callback\(\s*lambda (\w+): [^\n]*\.(exception|result)\(\)'
    hits:
      - "    task.add_done_callback(lambda t: t.exception())"
      - "    task.add_done_callback(lambda task: log_failure(task.exception()))"
innocent: "cancelled() is asked first, CancelledError is caught, or it is no done callback"
lint: []
---
"""

import asyncio

under_way: set[asyncio.Task[None]] = set()


# region snippet
def report(task: asyncio.Task[None]) -> None:
    if task.exception():  # BUG: raises CancelledError for a cancelled task
        print(f"failed: {task.exception()!r}")
    under_way.discard(task)


def start(order: str) -> asyncio.Task[None]:
    task = asyncio.create_task(deliver(order))
    under_way.add(task)
    task.add_done_callback(report)
    return task


# endregion


async def deliver(order: str) -> None:
    await asyncio.sleep(3600)


async def main() -> None:
    task = start("A-17")
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print("under way:", len(under_way))


asyncio.run(main())
