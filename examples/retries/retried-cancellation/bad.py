r"""A retry that catches everything goes on after its cancellation.

---
failure: silent
symptom: [not-stopped, ctrl-c-ignored]
expect:
  stdout: |
    attempt 1
    attempt 2
    cancelled: False
grep:
  pattern: '^[ \t]+(for|while) [^\n]*:[^\n]*\n([ \t]+[^\n]*\n){0,6}?[ \t]+except( BaseException\b[^\n]*| \([^\n]*\b(BaseException|CancelledError)\b[^\n]*)?:[^\n]*\n([ \t]+[^\n]*\n){0,3}?[ \t]+(continue|await [\w.]*sleep\()'
  multiline: true
innocent: "the handler raises again before it waits or continues"
lint: [ruff:BLE001, flake8-async:ASYNC103, pylint:broad-exception-caught]
---
"""

import asyncio


async def upload(attempt: int) -> None:
    print("attempt", attempt)
    if attempt == 1:
        await asyncio.Event().wait()  # the server does not answer


# region snippet
async def upload_with_retries() -> None:
    for attempt in (1, 2, 3):
        try:
            return await upload(attempt)
        except BaseException:  # BUG: a cancellation is no failure to retry
            await asyncio.sleep(0)
    raise TimeoutError("gave up")


# endregion


async def main() -> None:
    task = asyncio.create_task(upload_with_retries())
    await asyncio.sleep(0)  # it uploads
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


asyncio.run(main())
